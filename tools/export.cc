#include "tools/export.h"

#include <algorithm>

#include "tools/export_akn.h"
#include "tools/export_git.h"
#include "tools/export_output.h"
#include "tools/export_pages.h"
#include "tools/export_reform.h"
#include "tools/export_states.h"
#include "tools/folder_writer.h"
#include "tools/history_builder.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

class Exporter {
 public:
  Exporter(const ExportOptions& options, Context& context, const Reader& reader)
      : options_(options), context_(context), reader_(reader) {}

  Result<ExitCode> Run() {
    MURAGAT_ASSIGN_OR_RETURN(as_of_, ParseBoth(options_.as_of, options_.known_at, context_, reader_));
    const bool states = options_.to == "jsonl" && options_.as_of.empty();
    const bool all_dates = options_.to == "html" && options_.history;
    if (options_.history && !states && !all_dates) {
      return Status::InvalidArgument("--history is for --to html and jsonl, without --as-of");
    }
    if (options_.to == "jsonl" && !options_.dry_run) return ExportStates(states);
    MURAGAT_ASSIGN_OR_RETURN(documents_, states || all_dates ? SelectDocuments(reader_, options_.globs)
                                                             : SelectTexts(reader_, options_.globs, as_of_));
    if (documents_.empty()) return NothingToExport(context_);
    if (all_dates) return ExportAllDates();
    if (options_.dry_run) {
      context_.Note("would export " + std::to_string(documents_.size()) + " documents");
      return ExitCode::kDone;
    }
    if (options_.to == "html") return ExportPages(options_, context_, reader_, documents_, as_of_);
    return ExportTexts();
  }

 private:
  // One file with every date of one document.
  Result<ExitCode> ExportAllDates() {
    if (documents_.size() > 1)
      return Status::InvalidArgument("a page of all dates is of one document, and " +
                                     std::to_string(documents_.size()) + " fit: name one");
    if (options_.dry_run) {
      context_.Note("would export every date of " + documents_.front().id);
      return ExitCode::kDone;
    }
    MURAGAT_ASSIGN_OR_RETURN(const HistoryPage page,
                             BuildHistory(reader_, documents_.front(), as_of_.known_at));
    MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderHistoryPage(page));
    MURAGAT_RETURN_IF_ERROR(WriteStream(options_, context_, [&](std::ostream& out) {
      out << html;
      return Status::Ok();
    }));
    if (!options_.output.empty()) context_.Note("wrote " + options_.output);
    return ExitCode::kDone;
  }

  Result<ExitCode> ExportTexts() {
    if (options_.output.empty()) {
      MURAGAT_RETURN_IF_ERROR(RequireOneDocument(documents_.size()));
      MURAGAT_ASSIGN_OR_RETURN(const std::string text, ReadText(documents_.front()));
      context_.out << text;
      return ExitCode::kDone;
    }
    MURAGAT_ASSIGN_OR_RETURN(auto folder, FolderWriter::Begin(options_.output, options_.force));
    uint64_t done = 0;
    for (const DocumentEntry& document : documents_) {
      MURAGAT_RETURN_IF_ERROR(ReportExport(context_, "texts", done++, documents_.size()));
      MURAGAT_ASSIGN_OR_RETURN(const std::string text, ReadText(document));
      std::string name = PageFileName(document.id);
      name.resize(name.size() - std::string_view(".html").size());
      if (!name.ends_with(".md") && !name.ends_with(".txt")) name += ".md";
      MURAGAT_RETURN_IF_ERROR(folder.Write(name, text));
    }
    MURAGAT_RETURN_IF_ERROR(folder.Finish());
    context_.Note("wrote " + std::to_string(documents_.size()) + " texts to " + options_.output);
    return ExitCode::kDone;
  }

  Result<std::string> ReadText(const DocumentEntry& document) {
    MURAGAT_ASSIGN_OR_RETURN(const Edition edition,
                             RequireText(reader_, document.number, document.id, as_of_));
    return reader_.ReadText(edition);
  }

  Result<ExitCode> ExportStates(bool whole_history) {
    MURAGAT_ASSIGN_OR_RETURN(documents_, SelectDocuments(reader_, options_.globs));
    // As they are stored.
    std::sort(documents_.begin(), documents_.end(),
              [](const DocumentEntry& a, const DocumentEntry& b) { return a.number < b.number; });
    MURAGAT_ASSIGN_OR_RETURN(const bool any, whole_history ? Result<bool>(!documents_.empty()) : HasText());
    if (!any) return NothingToExport(context_);
    const auto write = [&](std::ostream& out) {
      return whole_history ? WriteAllStates(context_, reader_, documents_, as_of_, out)
                           : WriteSnapshotStates(context_, reader_, documents_, as_of_, out);
    };
    MURAGAT_RETURN_IF_ERROR(WriteStream(options_, context_, write));
    return ExitCode::kDone;
  }

  // Whether one of the documents has text then.
  Result<bool> HasText() {
    for (const DocumentEntry& document : documents_) {
      MURAGAT_ASSIGN_OR_RETURN(const auto edition,
                               reader_.FindUntitled(document.number, as_of_.at, as_of_.known_at));
      if (edition && !edition->removed) return true;
    }
    return false;
  }

  const ExportOptions& options_;
  Context& context_;
  const Reader& reader_;
  AsOf as_of_;
  std::vector<DocumentEntry> documents_;
};

}  // namespace

Result<ExitCode> RunExport(const ExportOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, context.OpenForReading());
  if (!options.reform.empty()) return ExportReform(options, context, archive->reader());
  if (options.to == "git") return ExportToGit(options, context, archive->reader());
  if (options.to == "akn") return ExportToAkn(options, context, archive->reader());
  return Exporter(options, context, archive->reader()).Run();
}

void RegisterExport(const Verb& program) {
  auto options = std::make_shared<ExportOptions>();
  const Verb verb = program.Add("export", "Write snapshots and histories for others");
  verb.Option("GLOB", options->globs, "Only documents whose id fits, such as 'kz/*'");
  verb.Option("--to", options->to, "akn, git, html, jsonl or markdown")
      .Required()
      .OneOf({"akn", "git", "html", "jsonl", "markdown"});
  verb.Option("-o,--output", options->output,
              "The folder or file to write (default: standard output, where the form is one stream)");
  const VerbOption as_of =
      verb.Option("--as-of", options->as_of,
                  "The day of the snapshot (default: now; jsonl: the whole history; not for git)");
  verb.Option("--known-at", options->known_at, "As the archive knew it then: a commit's number or a date");
  verb.Flag("--history", options->history,
            "Every date, not a snapshot (html: one file of one document; jsonl and git: the default)")
      .Excludes(as_of);
  verb.Option("--reform", options->reform, "All that one reform did, before and after (html: one file)");
  verb.Option("--jobs", options->jobs, "How many threads make pages (html; default: one a core)")
      .Within(1, 256);
  verb.Flag("--force", options->force, "Replace files that are there");
  verb.Flag("--dry-run", options->dry_run, "Say what would be done, and write nothing");
  verb.Explain(
      "Example:\n  muragat export --to html -o site --as-of 2022-06-08\n"
      "  muragat export --to html --reform 2022-06-05/referendum-of-5-june-2022 -o reform.html\n\n"
      "Exit codes: 0 written, 1 no document fits, 2 something is there already,\n"
      "            3 no such archive or reform, 6 git could not hold a document, which is named,\n"
      "            8 the disk is full");
  verb.Run(options, RunExport);
}

}  // namespace muragat::tools
