#include "tools/export.h"

#include <algorithm>
#include <map>
#include <set>

#include <CLI/CLI.hpp>

#include "import/format.h"
#include "muragat/render/json_object.h"
#include "tools/export_akn.h"
#include "tools/export_git.h"
#include "tools/export_output.h"
#include "tools/export_reform.h"
#include "tools/folder_writer.h"
#include "tools/history_builder.h"
#include "tools/page_builder.h"
#include "tools/query.h"
#include "tools/reform_folder.h"
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
    MURAGAT_ASSIGN_OR_RETURN(documents_, states || all_dates ? SelectDocuments(reader_, options_.globs)
                                                             : SelectTexts(reader_, options_.globs, as_of_));
    if (documents_.empty()) return ExitCode::kNo;
    if (all_dates) return ExportAllDates();
    if (options_.dry_run) {
      context_.Note("would export " + std::to_string(documents_.size()) + " documents");
      return ExitCode::kDone;
    }
    if (options_.to == "html") return ExportPages();
    if (options_.to == "markdown") return ExportTexts();
    return ExportStates(states);
  }

 private:
  Result<ExitCode> ExportPages() {
    if (options_.output.empty()) return Status::InvalidArgument("HTML is a folder of pages: name it with -o");
    MURAGAT_ASSIGN_OR_RETURN(auto folder, FolderWriter::Begin(options_.output, options_.force));
    MURAGAT_ASSIGN_OR_RETURN(auto reforms, ReformFolder::Begin(reader_, as_of_));
    const auto take = [&](const ChangeLogStep& step) { return reforms.Take(step); };
    IndexPage index{.reforms_href = "reforms.html"};
    std::set<DocumentNumber> have_text;
    for (const DocumentEntry& document : documents_) have_text.insert(document.number);
    // Reforms are shown whole: also what they did to documents that have no text at this date.
    MURAGAT_ASSIGN_OR_RETURN(const auto all, SelectDocuments(reader_, options_.globs));
    for (const DocumentEntry& document : all) {
      MURAGAT_RETURN_IF_ERROR(ReportExport(context_, "pages", index.documents.size(), documents_.size()));
      const bool has_page = have_text.contains(document.number);
      reforms.BeginDocument(document, has_page);
      if (!has_page) {
        MURAGAT_ASSIGN_OR_RETURN(const auto history, reader_.ReadHistory(document.number, as_of_.known_at));
        MURAGAT_RETURN_IF_ERROR(WalkChanges(reader_, history, 0, as_of_.known_at, take));
        continue;
      }
      MURAGAT_ASSIGN_OR_RETURN(const Page page, BuildPage(reader_, document, as_of_, take));
      MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderDocumentPage(page));
      MURAGAT_RETURN_IF_ERROR(folder.Write(PagePath(document.id), html));
      MURAGAT_ASSIGN_OR_RETURN(IndexEntry entry, BuildIndexEntry(reader_, document, as_of_));
      index.documents.push_back(std::move(entry));
      index.as_of = page.as_of;
      index.recorded = page.recorded;
      index.commit = page.commit;
    }
    MURAGAT_RETURN_IF_ERROR(reforms.Finish(folder, index, context_));
    MURAGAT_ASSIGN_OR_RETURN(index.reforms, reader_.CountReforms());
    MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderIndexPage(index));
    MURAGAT_RETURN_IF_ERROR(folder.Write("index.html", html));
    MURAGAT_RETURN_IF_ERROR(folder.Finish());
    context_.Note("wrote " + std::to_string(documents_.size()) + " pages: open " + options_.output +
                  "/index.html");
    return ExitCode::kDone;
  }

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
    const auto write = [&](std::ostream& out) {
      return whole_history ? WriteHistory(out) : WriteSnapshot(out);
    };
    MURAGAT_RETURN_IF_ERROR(WriteStream(options_, context_, write));
    return ExitCode::kDone;
  }

  Status WriteSnapshot(std::ostream& out) {
    for (const DocumentEntry& document : documents_) {
      MURAGAT_ASSIGN_OR_RETURN(const Edition edition,
                               RequireText(reader_, document.number, document.id, as_of_));
      MURAGAT_RETURN_IF_ERROR(WriteState(document.id, edition, out));
    }
    return Status::Ok();
  }

  // All standing states in the order in which they were recorded, so that importing them gives the same
  // answers.
  Status WriteHistory(std::ostream& out) {
    std::map<DocumentNumber, std::string> ids;
    for (const DocumentEntry& document : documents_) ids[document.number] = document.id;
    std::map<RecordedPlace, EditionKey> states;
    std::set<RecordedPlace> withdrawn;
    MURAGAT_RETURN_IF_ERROR(reader_.VisitEditions([&](const EditionKey& key, const EditionRecord& record) {
      if (key.recorded.commit > as_of_.known_at || !ids.contains(key.document)) return Status::Ok();
      const auto* withdrawal = std::get_if<Withdrawal>(&record);
      withdrawal != nullptr ? void(withdrawn.insert(withdrawal->target)) : void(states[key.recorded] = key);
      return Status::Ok();
    }));
    uint64_t done = 0;
    for (const auto& [place, key] : states) {
      MURAGAT_RETURN_IF_ERROR(ReportExport(context_, "states", done++, states.size()));
      if (withdrawn.contains(place)) continue;
      MURAGAT_ASSIGN_OR_RETURN(const Edition edition, reader_.ReadEdition(key));
      MURAGAT_RETURN_IF_ERROR(WriteState(ids[key.document], edition, out));
    }
    return Status::Ok();
  }

  Status WriteState(const std::string& id, const Edition& edition, std::ostream& out) {
    JsonObject row;
    row.Set("document", id).Set("date", FormatDate(edition.valid));
    if (edition.reform.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(const Reform reform, reader_.ReadReform(edition.reform));
      row.Set("reform", reform.title);
    }
    if (!edition.author.empty()) row.Set("author", edition.author);
    MURAGAT_ASSIGN_OR_RETURN(const Capture capture, reader_.ReadCapture(edition));
    // The body is the text: Markdown where a reader took it out of other bytes.
    const std::string_view type =
        capture.bytes ? import::MediaTypeOf(import::Format::kMarkdown) : capture.media_type;
    if (!type.empty()) row.Set("type", type);
    if (!capture.source_url.empty()) row.Set("source", capture.source_url);
    if (capture.captured) row.Set("captured", FormatDate(*capture.captured));
    if (edition.basis == Basis::kSeen) row.Set("basis", "seen");
    if (edition.removed) {
      out << row.SetNull("body").Text() << '\n';
      return Status::Ok();
    }
    if (edition.language != "und") row.Set("language", edition.language);
    MURAGAT_ASSIGN_OR_RETURN(const auto sections, reader_.ReadSections(edition, as_of_.known_at));
    std::string body, implied_title;
    for (const LineageSection& one : sections) {
      body += one.section.heading + one.section.body;
      if (implied_title.empty()) implied_title = one.section.title;
    }
    if (edition.title != implied_title) row.Set("title", edition.title);
    out << row.Set("body", body).Text() << '\n';
    return Status::Ok();
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

void RegisterExport(CLI::App& app, Action& action) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* verb = app.add_subcommand("export", "Write snapshots and histories for others");
  verb->add_option("GLOB", options->globs, "Only documents whose id fits, such as 'kz/*'");
  verb->add_option("--to", options->to, "akn, git, html, jsonl or markdown")
      ->required()
      ->check(CLI::IsMember({"akn", "git", "html", "jsonl", "markdown"}));
  verb->add_option("-o,--output", options->output,
                   "The folder or file to write (default: standard output, where the form is one stream)");
  auto* as_of =
      verb->add_option("--as-of", options->as_of,
                       "The day of the snapshot (default: now; jsonl: the whole history; not for git)");
  verb->add_option("--known-at", options->known_at,
                   "As the archive knew it then: a commit's number or a date");
  verb->add_flag("--history", options->history,
                 "Every date, not a snapshot (html: one file of one document; jsonl and git: the default)")
      ->excludes(as_of);
  verb->add_option("--reform", options->reform, "All that one reform did, before and after (html: one file)");
  verb->add_flag("--force", options->force, "Replace files that are there");
  verb->add_flag("--dry-run", options->dry_run, "Say what would be done, and write nothing");
  verb->footer(
      "Example:\n  muragat export --to html -o site --as-of 2022-06-08\n"
      "  muragat export --to html --reform 2022-06-05/referendum-of-5-june-2022 -o reform.html\n\n"
      "Exit codes: 0 written, 1 no document fits, 2 something is there already,\n"
      "            3 no such archive or reform, 8 the disk is full");
  verb->callback(
      [options, &action] { action = [options](Context& context) { return RunExport(*options, context); }; });
}

}  // namespace muragat::tools
