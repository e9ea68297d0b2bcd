#include "tools/export_akn.h"

#include <map>

#include "muragat/render/akn.h"
#include "tools/export_output.h"
#include "tools/folder_writer.h"
#include "tools/page_builder.h"
#include "tools/query.h"

namespace muragat::tools {
namespace {

// Gathers from the archive what the file of one document holds.
Result<AknDocument> BuildAkn(const Reader& reader, const DocumentEntry& document, const AsOf& as_of) {
  MURAGAT_ASSIGN_OR_RETURN(const Edition edition, RequireText(reader, document.number, document.id, as_of));
  AknDocument akn{.id = document.id,
                  .title = edition.title,
                  .language = edition.language,
                  .author = edition.author,
                  .source_url = {},
                  .media_type = {},
                  .seen = edition.basis == Basis::kSeen,
                  .recorded = {},
                  .events = {},
                  .sections = {}};
  MURAGAT_ASSIGN_OR_RETURN(akn.sections, reader.ReadSections(edition, as_of.known_at));
  MURAGAT_ASSIGN_OR_RETURN(const Capture capture, reader.ReadCapture(edition));
  akn.source_url = capture.source_url;
  MURAGAT_ASSIGN_OR_RETURN(akn.media_type, MediaTypeOfEdition(reader, document.id, edition));
  MURAGAT_ASSIGN_OR_RETURN(const CommitRecord commit, reader.ReadCommit(edition.recorded.commit));
  akn.recorded = commit.recorded;
  MURAGAT_RETURN_IF_ERROR(reader.VisitHistory(
      document.number, as_of.at, as_of.known_at, [&](const Edition& past, bool corrected) -> Status {
        if (corrected) return Status::Ok();
        AknEvent event{.date = past.valid, .reform = {}, .removed = past.removed};
        if (past.reform.value != 0) {
          MURAGAT_ASSIGN_OR_RETURN(event.reform, reader.ReadReform(past.reform));
        }
        akn.events.push_back(std::move(event));
        return Status::Ok();
      }));
  return akn;
}

class AknExporter {
 public:
  AknExporter(const ExportOptions& options, Context& context, const Reader& reader)
      : options_(options), context_(context), reader_(reader) {}

  Result<ExitCode> Run() {
    if (options_.history) return Status::InvalidArgument("--history is for --to jsonl and git");
    MURAGAT_ASSIGN_OR_RETURN(as_of_, ParseBoth(options_.as_of, options_.known_at, context_, reader_));
    MURAGAT_ASSIGN_OR_RETURN(documents_, SelectTexts(reader_, options_.globs, as_of_));
    if (documents_.empty()) return NothingToExport(context_);
    if (options_.dry_run) {
      context_.Note("would export " + std::to_string(documents_.size()) + " documents");
      return ExitCode::kDone;
    }
    return options_.output.empty() ? WriteOne() : WriteFolder();
  }

 private:
  Result<ExitCode> WriteOne() {
    MURAGAT_RETURN_IF_ERROR(RequireOneDocument(documents_.size()));
    MURAGAT_ASSIGN_OR_RETURN(const std::string xml, Render(documents_.front()));
    context_.out << xml;
    return ExitCode::kDone;
  }

  Result<ExitCode> WriteFolder() {
    MURAGAT_ASSIGN_OR_RETURN(auto folder, FolderWriter::Begin(options_.output, options_.force));
    uint64_t done = 0;
    for (const DocumentEntry& document : documents_) {
      MURAGAT_RETURN_IF_ERROR(ReportExport(context_, "documents", done++, documents_.size()));
      MURAGAT_ASSIGN_OR_RETURN(const std::string xml, Render(document));
      MURAGAT_RETURN_IF_ERROR(folder.Write(AknFileName(document.id), xml));
    }
    MURAGAT_RETURN_IF_ERROR(folder.Finish());
    context_.Note("wrote " + std::to_string(documents_.size()) + " documents to " + options_.output);
    return ExitCode::kDone;
  }

  // Names what the file cannot hold.
  Result<std::string> Render(const DocumentEntry& document) {
    MURAGAT_ASSIGN_OR_RETURN(const AknDocument akn, BuildAkn(reader_, document, as_of_));
    AknText text = RenderAkn(akn);
    for (const std::string& loss : text.losses) {
      context_.Note("not carried: " + context_.ForPeople(document.id) + ": " + loss);
    }
    return std::move(text.xml);
  }

  const ExportOptions& options_;
  Context& context_;
  const Reader& reader_;
  AsOf as_of_;
  std::vector<DocumentEntry> documents_;
};

}  // namespace

Result<ExitCode> ExportToAkn(const ExportOptions& options, Context& context, const Reader& reader) {
  return AknExporter(options, context, reader).Run();
}

}  // namespace muragat::tools
