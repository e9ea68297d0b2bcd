#include "tools/import.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/format.h"
#include "import/html.h"
#include "import/html_selector.h"
#include "muragat/base/compressed_stream.h"
#include "muragat/text/time_zone.h"
#include "muragat/text/utf8.h"
#include "tools/import_session.h"
#include "tools/input.h"
#include "tools/state_stream.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

class Importer {
 public:
  Importer(const ImportOptions& options, Context& context)
      : options_(options),
        context_(context),
        session_(context, {.author = options.author,
                           .again = options.again,
                           .index = !options.no_index,
                           .dry_run = options.dry_run}) {}

  Result<ExitCode> Run() {
    if (options_.paths.size() > 1 && !options_.document.empty()) {
      return Status::InvalidArgument("--document names one document: give one file with it");
    }
    if (!options_.zone.empty()) {
      MURAGAT_ASSIGN_OR_RETURN(zone_, TimeZone::Find(options_.zone));
    }
    if (!options_.select.empty()) {
      MURAGAT_RETURN_IF_ERROR(import::HtmlSelector::Parse(options_.select).status());
    }
    MURAGAT_RETURN_IF_ERROR(ParseDates());
    for (const std::string& path : options_.paths) {
      const Status status = ImportPath(path);
      if (status.ok()) continue;
      // One bad file among several is passed over; anything that is no fault of the file ends the run.
      const bool of_the_file =
          status.code() == StatusCode::kInvalidArgument || status.code() == StatusCode::kConflict;
      if (options_.paths.size() == 1 || !of_the_file) return status;
      Refuse(VisibleText(path), status);
    }
    if (session_.states() == 0) {
      return Status::InvalidArgument(refused_ > 0 ? "nothing could be used: see above"
                                                  : "nothing could be used: there is no state in the input");
    }
    MURAGAT_RETURN_IF_ERROR(session_.Finish());
    return refused_ > 0 ? ExitCode::kPartly : ExitCode::kDone;
  }

 private:
  Status ParseDates() {
    if (!options_.captured.empty()) {
      MURAGAT_ASSIGN_OR_RETURN(captured_, ParseDate(options_.captured));
      captured_ = Localise(*captured_);
    }
    if (!options_.date.empty()) {
      MURAGAT_ASSIGN_OR_RETURN(date_, ParseDate(options_.date));
      date_ = Localise(*date_);
    }
    return Status::Ok();
  }

  ValidDate Localise(const ValidDate& date) const { return zone_ ? zone_->ToCivilDay(date) : date; }

  void Refuse(const std::string& where, const Status& status) {
    ++refused_;
    context_.err << "muragat: refused: " << where << ": " << status.message() << '\n';
  }

  // A failure of reading `path`: damage to it is no damage to the archive.
  static Status OfInput(const std::string& path, const Status& status) {
    if (status.code() != StatusCode::kCorruption) return status;
    return Status::InvalidArgument(VisibleText(path) + ": " + status.message());
  }

  Status ImportPath(const std::string& path) {
    MURAGAT_ASSIGN_OR_RETURN(auto input, Input::Open(path, context_.input_descriptor));
    const auto format = ChooseFormat(options_.format, path, *input);
    if (!format.ok()) return OfInput(path, format.status());
    return *format == InputFormat::kJsonLines ? ImportStream(path, *input)
                                              : ImportFile(path, *format, *input);
  }

  // A file that is one document.
  Status ImportFile(const std::string& path, InputFormat format, Input& input) {
    State state;
    const std::string id = !options_.document.empty() ? options_.document
                           : path == "-"              ? ""
                                                      : std::filesystem::path(path).stem().string();
    if (id.empty())
      return Status::InvalidArgument("standard input has no name: give the document's id with --document");
    MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(id));
    state.valid = date_ ? *date_ : captured_ ? *captured_ : Today();
    state.basis = date_ ? Basis::kInForce : Basis::kSeen;
    state.reform = options_.reform;
    state.author = options_.author;
    state.capture.source_url = options_.source;
    state.capture.captured = captured_;
    const import::Limits limits;
    const bool html = format == InputFormat::kHtml;
    auto text = input.ReadAll(html ? limits.max_capture_bytes : limits.max_text_bytes);
    if (!text.ok()) return OfInput(path, text.status());
    if (html) {
      MURAGAT_RETURN_IF_ERROR(ReadPage(path, *std::move(text), state));
      return session_.Add(state);
    }
    const auto reader = format == InputFormat::kText ? import::Format::kText : import::Format::kMarkdown;
    auto content = import::ReadDocument(reader, *text, limits);
    if (!content.ok()) return content.status().WithContext(VisibleText(path));
    state.content = *std::move(content);
    if (!options_.language.empty()) state.content->language = options_.language;
    state.capture.media_type = import::MediaTypeOf(reader);
    return session_.Add(state);
  }

  import::HtmlOptions KnownOfPages() const {
      return {.select = options_.select, .language = options_.language, .source_url = options_.source};
}

// Reads a page into `state`, with what it says of itself where the command line says nothing.
Status
ReadPage(const std::string& path, std::string bytes, State& state) {
  auto page = import::ReadHtml(bytes, KnownOfPages());
  if (!page.ok()) return page.status().WithContext(VisibleText(path));
  if (state.capture.source_url.empty()) state.capture.source_url = page->facts.source_url;
  if (!date_ && !captured_ && page->facts.date) {
    state.valid = Localise(*page->facts.date);
    context_.Note("muragat: " + VisibleText(path) + ": dated " + FormatDate(state.valid) +
                  ", as the page says of itself: --date and --captured say otherwise");
  }
  state.content = std::move(page->document);
  state.capture.media_type = import::MediaTypeOf(import::Format::kHtml);
  state.capture.bytes = std::move(bytes);
  return Status::Ok();
}

// A stream of states: bad ones are named and passed over.
Status ImportStream(const std::string& path, Input& input) {
  if (!options_.document.empty() || date_) {
    return Status::InvalidArgument(
        "JSON lines name their own documents and dates: leave out --document and --date");
  }
  StateStream stream(input, KnownOfPages());
  uint64_t last_line = 0;
  while (true) {
    const Result<StateStream::Line*> next = stream.Next();
    if (!next.ok() && next.status().code() == StatusCode::kCorruption) {
      Refuse(VisibleText(path) + " behind line " + std::to_string(last_line), next.status());
      return Status::Ok();
    }
    MURAGAT_ASSIGN_OR_RETURN(StateStream::Line* const line, next);
    if (line == nullptr) return Status::Ok();
    last_line = line->number;
    context_.progress.Report("bytes", stream.bytes_read(), input.size_bytes());
    if (context_.progress.Cancelled()) {
      return Status::Cancelled("interrupted: what was committed stays, run the same command again to go on");
    }
    if (!line->state.ok()) {
      Refuse(VisibleText(path) + " line " + std::to_string(line->number), line->state.status());
      continue;
    }
    State& state = *line->state;
    Complete(state);
    const Status status = session_.Add(state);
    if (status.code() == StatusCode::kConflict || status.code() == StatusCode::kInvalidArgument) {
      Refuse(VisibleText(path) + " line " + std::to_string(line->number), status);
    } else if (!status.ok()) {
      return status;
    }
  }
}

// Fills in from the command line what a line left open.
void Complete(State& state) const {
  state.valid = Localise(state.valid);
  if (state.capture.captured) state.capture.captured = Localise(*state.capture.captured);
  if (state.reform.empty()) state.reform = options_.reform;
  if (state.author.empty()) state.author = options_.author;
  if (state.capture.source_url.empty()) state.capture.source_url = options_.source;
  if (!state.capture.captured) state.capture.captured = captured_;
  if (state.content && state.content->language == "und" && !options_.language.empty()) {
    state.content->language = options_.language;
  }
}

ValidDate Today() const {
  const Instant now = context_.clock.Now();
  constexpr int64_t kSecondsPerDay = 86'400;
  return {Instant::FromSeconds(now.seconds() - now.seconds() % kSecondsPerDay), Precision::kDay};
}

const ImportOptions& options_;
Context& context_;
ImportSession session_;
std::optional<TimeZone> zone_;
std::optional<ValidDate> date_, captured_;
uint64_t refused_ = 0;
};  // namespace

}  // namespace muragat::tools

Result<ExitCode> RunImport(const ImportOptions& options, Context& context) {
  return Importer(options, context).Run();
}

void RegisterImport(CLI::App& app, Action& action) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* verb = app.add_subcommand("import", "Bring in updates");
  verb->add_option("PATH", options->paths, "Files to bring in; - is standard input")->required();
  verb->add_option("--format", options->format, "auto, text, markdown, html or jsonl")->capture_default_str();
  verb->add_option("--document", options->document,
                   "The document's id (default: the file's name without its ending)");
  verb->add_option("--date", options->date,
                   "The day from which the text is in force (default: seen when captured, or today)");
  verb->add_option("--reform", options->reform, "The title of the reform that brought it");
  verb->add_option("--source", options->source, "Where it comes from: a URL");
  verb->add_option("--captured", options->captured, "When it was fetched");
  verb->add_option("--author", options->author, "Who changed it");
  verb->add_option("--language", options->language, "Its language, such as kk, ru or en");
  verb->add_option("--zone", options->zone,
                   "Local midnights of this time zone are days, such as Europe/Paris");
  verb->add_option("--select", options->select,
                   "The part of an HTML page to take, as CSS names it (default: found by its structure)");
  verb->add_flag("--no-index", options->no_index,
                 "Leave the index of words behind; `reindex` brings it up to date");
  verb->add_flag("--again", options->again, "Record a state even if it is known");
  verb->add_flag("--dry-run", options->dry_run, "Say what would be recorded, and write nothing");
  verb->footer(
      "Example:\n  muragat import parliament.md --document kz/parliament --date 2007-05-21 \\\n"
      "      --reform 'Constitutional amendments of 2007' --language en\n\n"
      "Exit codes: 0 done, 2 nothing usable, 5 another process is writing, 6 some states were refused,\n"
      "            8 the disk is full");
  verb->callback(
      [options, &action] { action = [options](Context& context) { return RunImport(*options, context); }; });
}

}  // namespace muragat::tools
