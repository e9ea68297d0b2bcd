#include "tools/export_reform.h"

#include <algorithm>
#include <span>

#include "tools/export_output.h"
#include "tools/reform.h"
#include "tools/reform_builder.h"
#include "tools/spool.h"

namespace muragat::tools {
namespace {

// The documents that a reform touched and that the globs name, by id.
Result<std::vector<DocumentEntry>> FindDocuments(const Reader& reader, ReformNumber reform,
                                                 const std::vector<std::string>& globs) {
  MURAGAT_ASSIGN_OR_RETURN(std::vector<DocumentEntry> documents, ReadReformDocuments(reader, reform));
  std::erase_if(documents, [&](const DocumentEntry& document) { return !MatchesAny(globs, document.id); });
  std::sort(documents.begin(), documents.end(),
            [](const DocumentEntry& a, const DocumentEntry& b) { return a.id < b.id; });
  return documents;
}

}  // namespace

Result<ExitCode> ExportReform(const ExportOptions& options, Context& context, const Reader& reader) {
  if (options.to != "html" || options.history || !options.as_of.empty())
    return Status::InvalidArgument("--reform is for --to html, without --as-of and --history");
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber known_at, ParseKnownAt(options.known_at, reader));
  MURAGAT_ASSIGN_OR_RETURN(const ReformNumber reform, RequireReform(reader, options.reform));
  MURAGAT_ASSIGN_OR_RETURN(const ReformPage page, BuildReformPage(reader, reform, known_at));
  MURAGAT_ASSIGN_OR_RETURN(const auto documents, FindDocuments(reader, reform, options.globs));
  MURAGAT_ASSIGN_OR_RETURN(Spool spool, Spool::Begin());
  std::vector<Spool::Extent> blocks;
  ReformContents contents;
  uint64_t done = 0;
  for (const DocumentEntry& document : documents) {
    MURAGAT_RETURN_IF_ERROR(ReportExport(context, "documents", done++, documents.size()));
    const auto take = [&](std::span<const HistoryEntry> before, const ChangeLogStep& step) {
      ReformBuilder builder(reader, document);
      for (const HistoryEntry& entry : before) builder.Pass(entry);
      MURAGAT_ASSIGN_OR_RETURN(const ReformDocument built, builder.Build(step));
      contents.Add(built);
      MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderReformDocument(built));
      MURAGAT_ASSIGN_OR_RETURN(const Spool::Extent block, spool.Append(html));
      blocks.push_back(block);
      return Status::Ok();
    };
    MURAGAT_RETURN_IF_ERROR(VisitReform(reader, document, reform, known_at, take));
  }
  if (blocks.empty()) {
    context.Note("note: that reform changed none of these documents");
    return ExitCode::kNo;
  }
  if (options.dry_run) {
    context.Note("would export what the reform did in " + std::to_string(blocks.size()) + " documents");
    return ExitCode::kDone;
  }
  MURAGAT_RETURN_IF_ERROR(WriteStream(options, context, [&](std::ostream& out) {
    MURAGAT_ASSIGN_OR_RETURN(const std::string head, RenderReformHead(page, contents));
    out << head << '\n';
    for (const Spool::Extent& block : blocks) {
      MURAGAT_ASSIGN_OR_RETURN(const std::string html, spool.Read(block));
      out << html << '\n';
    }
    MURAGAT_ASSIGN_OR_RETURN(const std::string end, RenderReformEnd(page));
    out << end;
    return Status::Ok();
  }));
  if (!options.output.empty()) context.Note("wrote " + options.output);
  return ExitCode::kDone;
}

}  // namespace muragat::tools
