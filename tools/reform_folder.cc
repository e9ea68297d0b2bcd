#include "tools/reform_folder.h"

#include "tools/export_output.h"

namespace muragat::tools {
namespace {

constexpr const char* kListPath = "reforms.html";

std::string ReformPath(const std::string& id) { return "reforms/" + PageFileName(id); }

}  // namespace

Result<ReformFolder> ReformFolder::Begin(const Reader& reader, const AsOf& as_of) {
  MURAGAT_ASSIGN_OR_RETURN(Spool spool, Spool::Begin());
  return ReformFolder(reader, as_of, std::move(spool));
}

void ReformFolder::BeginDocument(const DocumentEntry& document, bool has_page) {
  builder_.emplace(*reader_, document);
  if (has_page) pages_[document.id] = PagePath(document.id);
}

Result<ReformFolder::Kept*> ReformFolder::Find(const Edition& edition) {
  const auto [place, is_new] = kept_.try_emplace({edition.valid, edition.reform});
  Kept& kept = place->second;
  if (!is_new) return &kept;
  kept.date = edition.valid;
  kept.title = "Updates of " + FormatDateForReaders(edition.valid);
  if (edition.reform.value == 0) return &kept;
  kept.reform = edition.reform;
  MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader_->ReadReform(edition.reform));
  kept.title = reform.title;
  return &kept;
}

Status ReformFolder::Take(const ChangeLogStep& step) {
  const Edition& edition = step.entry.edition;
  if (step.entry.corrected) return Status::Ok();
  MURAGAT_ASSIGN_OR_RETURN(Kept* const kept, Find(edition));
  MURAGAT_ASSIGN_OR_RETURN(ReformDocument built, builder_->Build(step));
  kept->contents.Add(built);
  if (kept->reform) {
    MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader_->ReadReform(*kept->reform));
    const auto page = pages_.find(built.document);
    if (page != pages_.end()) built.href = PageLink(ReformPath(reform.id), page->second);
    MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderReformDocument(built));
    MURAGAT_ASSIGN_OR_RETURN(const Spool::Extent block, spool_.Append(html));
    kept->blocks.push_back(block);
  }
  builder_->Pass(step.entry);
  return Status::Ok();
}

Result<ReformIndexEntry> ReformFolder::WritePage(const Kept& kept, FolderWriter& folder,
                                                 const IndexPage& index) {
  ReformIndexEntry entry{.title = kept.title,
                         .date = FormatDateForReaders(kept.date),
                         .iso_date = FormatDate(kept.date),
                         .in_future = kept.date.first > as_of_.at,
                         .words_in = kept.contents.words_in(),
                         .words_out = kept.contents.words_out()};
  for (const ReformContents::Entry& document : kept.contents.entries()) {
    const auto page = pages_.find(document.document);
    entry.documents.push_back({document.title, document.language,
                               page == pages_.end() ? std::string() : PageLink(kListPath, page->second)});
  }
  if (!kept.reform) return entry;
  MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader_->ReadReform(*kept.reform));
  const std::string path = ReformPath(reform.id);
  entry.id = reform.id;
  entry.href = PageLink(kListPath, path);
  const ReformPage page{.id = reform.id,
                        .title = reform.title,
                        .date = entry.date,
                        .iso_date = entry.iso_date,
                        .recorded = index.recorded,
                        .commit = index.commit,
                        .index_href = PageLink(path, "index.html"),
                        .reforms_href = PageLink(path, kListPath)};
  MURAGAT_ASSIGN_OR_RETURN(std::string html, RenderReformHead(page, kept.contents));
  for (const Spool::Extent& block : kept.blocks) {
    MURAGAT_ASSIGN_OR_RETURN(const std::string text, spool_.Read(block));
    html.append("\n").append(text);
  }
  MURAGAT_ASSIGN_OR_RETURN(const std::string end, RenderReformEnd(page));
  MURAGAT_RETURN_IF_ERROR(folder.Write(path, html.append("\n").append(end)));
  return entry;
}

Status ReformFolder::Finish(FolderWriter& folder, const IndexPage& index, const Context& context) {
  ReformIndex list{.as_of = index.as_of,
                   .recorded = index.recorded,
                   .commit = index.commit,
                   .index_href = PageLink(kListPath, "index.html")};
  for (const auto& [key, kept] : kept_) {
    MURAGAT_RETURN_IF_ERROR(ReportExport(context, "reforms", list.entries.size(), kept_.size()));
    MURAGAT_ASSIGN_OR_RETURN(ReformIndexEntry entry, WritePage(kept, folder, index));
    list.entries.push_back(std::move(entry));
  }
  MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderReformIndex(list));
  return folder.Write(kListPath, html);
}

}  // namespace muragat::tools
