#include "tools/reform_folder.h"

#include "tools/export_output.h"

namespace muragat::tools {
namespace {

constexpr const char* kListPath = "reforms.html";

std::string ReformPath(const std::string& id) { return "reforms/" + PageFileName(id); }

}  // namespace

Result<std::unique_ptr<ReformFolder>> ReformFolder::Begin(
    const Reader& reader, const AsOf& as_of, std::function<bool(const std::string& id)> has_page) {
  MURAGAT_ASSIGN_OR_RETURN(Spool spool, Spool::Begin());
  return std::unique_ptr<ReformFolder>(
      new ReformFolder(reader, as_of, std::move(spool), std::move(has_page)));
}

Status ReformFolder::Document::Take(const ChangeLogStep& step) {
  const Edition& edition = step.entry.edition;
  if (step.entry.corrected) return Status::Ok();
  MURAGAT_ASSIGN_OR_RETURN(ReformDocument built, builder_.Build(step));
  Part part{.key = {edition.valid, edition.reform}, .contents = {}, .html = {}, .block = {}};
  part.contents.Add(built);
  if (edition.reform.value != 0) {
    MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader_.ReadReform(edition.reform));
    if (folder_.has_page_(built.document))
      built.href = PageLink(ReformPath(reform.id), PagePath(built.document));
    MURAGAT_ASSIGN_OR_RETURN(part.html, RenderReformDocument(built));
  }
  parts_.push_back(std::move(part));
  builder_.Pass(step.entry);
  return Status::Ok();
}

Status ReformFolder::Put(size_t place, Document document) {
  const std::lock_guard lock(mutex_);
  for (Part& part : document.parts_) {
    if (part.html.empty()) continue;
    MURAGAT_ASSIGN_OR_RETURN(part.block, spool_.Append(part.html));
    part.html = {};
  }
  documents_[place] = std::move(document.parts_);
  return Status::Ok();
}

Result<ReformIndexEntry> ReformFolder::WritePage(const std::pair<ValidDate, ReformNumber>& key,
                                                 const Kept& kept, FolderWriter& folder,
                                                 const IndexPage& index) {
  const auto& [date, number] = key;
  ReformIndexEntry entry{.title = "Updates of " + FormatDateForReaders(date),
                         .date = FormatDateForReaders(date),
                         .iso_date = FormatDate(date),
                         .in_future = date.first > as_of_.at,
                         .words_in = kept.contents.words_in(),
                         .words_out = kept.contents.words_out()};
  for (const ReformContents::Entry& document : kept.contents.entries()) {
    const std::string href =
        has_page_(document.document) ? PageLink(kListPath, PagePath(document.document)) : "";
    entry.documents.push_back({document.title, document.language, href});
  }
  if (number.value == 0) return entry;
  MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader_.ReadReform(number));
  const std::string path = ReformPath(reform.id);
  entry.title = reform.title;
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
  std::map<std::pair<ValidDate, ReformNumber>, Kept> all;
  for (auto& [place, parts] : documents_) {
    for (Part& part : parts) {
      Kept& kept = all[part.key];
      kept.contents.Append(std::move(part.contents));
      if (part.block) kept.blocks.push_back(*part.block);
    }
  }
  documents_.clear();
  ReformIndex list{.as_of = index.as_of,
                   .recorded = index.recorded,
                   .commit = index.commit,
                   .index_href = PageLink(kListPath, "index.html")};
  for (const auto& [key, kept] : all) {
    MURAGAT_RETURN_IF_ERROR(ReportExport(context, "reforms", list.entries.size(), all.size()));
    MURAGAT_ASSIGN_OR_RETURN(ReformIndexEntry entry, WritePage(key, kept, folder, index));
    list.entries.push_back(std::move(entry));
  }
  MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderReformIndex(list));
  return folder.Write(kListPath, html);
}

}  // namespace muragat::tools
