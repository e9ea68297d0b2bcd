#include "tools/recapture.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "import/format.h"
#include "import/html_selector.h"
#include "import/payload.h"
#include "muragat/render/json_object.h"
#include "muragat/search/word_index.h"
#include "muragat/store/writer.h"
#include "muragat/text/utf8.h"
#include "tools/query.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

// The writer's memory holds what is not committed; it ends with a document.
constexpr uint64_t kCommitReadings = 1'024;

// Title of the first section that has one; empty where none has.
std::string FirstTitle(const Document& document) {
  for (const Section& section : document.sections)
    if (!section.title.empty()) return section.title;
  return {};
}

class Recapturer {
 public:
  Recapturer(const RecaptureOptions& options, Context& context, Archive& archive)
      : options_(options), context_(context), reader_(archive.reader()), database_(archive.database()) {
    WriterOptions writer{.author = options.author, .program = ProgramName(), .message = "recapture"};
    if (!options.dry_run) {
      index_ = std::make_unique<WordIndexWriter>(database_);
      writer.observer = index_.get();
    }
    writer_ = std::make_unique<Writer>(database_, context.clock, std::move(writer));
  }

  Result<ExitCode> Run() {
    MURAGAT_ASSIGN_OR_RETURN(const auto documents, reader_.ListDocuments());
    uint64_t done = 0;
    for (const DocumentEntry& document : documents) {
      context_.progress.Report("documents", ++done, documents.size());
      const auto fits = [&](const std::string& glob) { return MatchesGlob(glob, document.id); };
      if (!options_.globs.empty() && std::ranges::none_of(options_.globs, fits)) continue;
      MURAGAT_RETURN_IF_ERROR(ReadDocument(document));
      if (context_.progress.Cancelled())
        return Status::Cancelled("interrupted: whole documents stay, run the same command again to go on");
      if (!options_.dry_run && writer_->pending_states() >= kCommitReadings)
        MURAGAT_RETURN_IF_ERROR(writer_->Commit().status());
    }
    CommitNumber commit;
    if (!options_.dry_run) {
      MURAGAT_ASSIGN_OR_RETURN(commit, writer_->Commit());
    }
    PrintLast(commit);
    return refused_ > 0 ? ExitCode::kPartly : ExitCode::kDone;
  }

 private:
  struct Tally {
    uint64_t editions = 0, readings = 0, added = 0, changed = 0, removed = 0, moved = 0;
  };

  // Another reading of an edition; or the stored one again, where one before it on the same date is new.
  struct Reading {
    const Edition* edition = nullptr;
    Document stored;
    Document document;
    std::optional<Capture> capture;  // where the old one does not fit
    bool differs = false;
  };

  Status ReadDocument(const DocumentEntry& document) {
    MURAGAT_ASSIGN_OR_RETURN(const auto history, reader_.ReadHistory(document.number));
    Tally tally;
    for (size_t begin = 0; begin < history.size();) {
      size_t end = begin;
      std::vector<const Edition*> together;  // of one date, as they were recorded
      for (; end < history.size() && history[end].edition.valid == history[begin].edition.valid; ++end)
        if (!history[end].corrected) together.push_back(&history[end].edition);
      MURAGAT_RETURN_IF_ERROR(ReadDate(document, together, tally));
      begin = end;
    }
    PrintDocument(document.id, tally);
    return Status::Ok();
  }

  // The last edition of a date is its text: where one is read otherwise, those behind it are recorded again.
  Status ReadDate(const DocumentEntry& document, const std::vector<const Edition*>& together, Tally& tally) {
    std::vector<Reading> readings;
    bool differs = false, removed_behind = false;
    for (const Edition* edition : together) {
      if (edition->removed) {
        removed_behind = removed_behind || differs;
        continue;
      }
      ++tally.editions;
      Reading reading{.edition = edition};
      const Status status = ReadEdition(document.id, reading);
      if (!status.ok()) {
        if (status.code() != StatusCode::kInvalidArgument) return status;
        Refuse(document.id, *edition, status);
        reading.document = reading.stored;
        reading.differs = false;
      }
      differs = differs || reading.differs;
      if (differs) readings.push_back(std::move(reading));
    }
    if (removed_behind) {
      Refuse(document.id, *together.front(),
             Status::InvalidArgument("a removal of the same date stands behind it"));
      return Status::Ok();
    }
    MURAGAT_ASSIGN_OR_RETURN(const DocumentId id, DocumentId::Parse(document.id));
    for (const Reading& reading : readings) {
      MURAGAT_ASSIGN_OR_RETURN(const AddOutcome outcome,
                               writer_->Reread(id, *reading.edition, reading.document, reading.capture));
      ++tally.readings;
      tally.added += outcome.sections_added;
      tally.changed += outcome.sections_changed;
      tally.removed += outcome.sections_removed;
      tally.moved += outcome.sections_moved;
    }
    return Status::Ok();
  }

  // Fills in what is stored, what today's reader makes of the capture, and whether that is something else.
  Status ReadEdition(const std::string& id, Reading& reading) const {
    const Edition& edition = *reading.edition;
    MURAGAT_ASSIGN_OR_RETURN(auto sections, reader_.ReadSections(edition));
    for (LineageSection& one : sections) reading.stored.sections.push_back(std::move(one.section));
    reading.stored.title = edition.title;
    reading.stored.language = edition.language;
    MURAGAT_ASSIGN_OR_RETURN(Capture capture, reader_.ReadCapture(edition));
    // Without a media type it came as JSON lines, which go by the ending of the document's id.
    std::string type = capture.media_type;
    if (type.empty()) type = import::MediaTypeOfName(id);
    if (type.empty()) type = import::MediaTypeOf(import::Format::kMarkdown);
    const auto format = import::FormatOfMediaType(type);
    if (!format) return Status::InvalidArgument("there is no reader for " + VisibleText(type));
    const bool has_bytes = capture.bytes.has_value();
    const std::string bytes = has_bytes ? *std::move(capture.bytes) : reading.stored.Text();
    MURAGAT_RETURN_IF_ERROR(Read(*format, bytes, type, capture.source_url, reading));
    reading.differs = reading.document != reading.stored;
    if (reading.differs && !has_bytes && reading.document.Text() != bytes) {
      capture.media_type = type;
      capture.bytes = bytes;
      reading.capture = std::move(capture);
    }
    return Status::Ok();
  }

  Status Read(import::Format format, const std::string& bytes, const std::string& type,
              const std::string& source, Reading& reading) const {
    const bool known = reading.stored.language != "und";
    const import::HtmlOptions html{
        .select = options_.select, .language = known ? reading.stored.language : "", .source_url = source};
    auto document = import::ReadPayload(bytes, type, html);
    const Status as_it_says = document.status();
    if (as_it_says.ok()) {
      reading.document = *std::move(document);
      KeepWhatWasGiven(reading);
      if (reading.document == reading.stored) return Status::Ok();
    }
    // A page that came in a line of JSON is UTF-8, whatever it says of itself.
    const bool may_be_utf8 = format == import::Format::kHtml && type.find("charset") == std::string::npos &&
                             !FindInvalidUtf8(bytes);
    if (!may_be_utf8) return as_it_says;
    MURAGAT_ASSIGN_OR_RETURN(reading.document, import::ReadPayload(bytes, "text/html; charset=utf-8", html));
    KeepWhatWasGiven(reading);
    return Status::Ok();
  }

  // A language, and a title that is not that of a section, may be a person's word.
  static void KeepWhatWasGiven(Reading& reading) {
    if (reading.stored.language != "und") reading.document.language = reading.stored.language;
    if (reading.stored.title != FirstTitle(reading.stored)) reading.document.title = reading.stored.title;
  }

  void Refuse(const std::string& id, const Edition& edition, const Status& status) {
    ++refused_;
    context_.err << "muragat: not read anew: " << VisibleText(id) << " of " << FormatDate(edition.valid)
                 << ": " << status.message() << '\n';
  }

  void PrintDocument(const std::string& id, const Tally& tally) {
    readings_ += tally.readings;
    if (tally.readings > 0) ++documents_;
    if (context_.json) {
      JsonObject row;
      row.Set("document", id).Set("editions", tally.editions).Set("readings", tally.readings);
      row.Set("added", tally.added).Set("changed", tally.changed).Set("removed", tally.removed);
      context_.out << row.Set("moved", tally.moved).Text() << '\n';
    } else if (tally.readings > 0 && !context_.quiet) {
      context_.out << context_.ForPeople(id) << ": " << tally.readings << " of " << tally.editions
                   << " read otherwise: +" << tally.added << " added, " << tally.changed << " changed, −"
                   << tally.removed << " removed\n";
    }
  }

  void PrintLast(CommitNumber commit) {
    if (context_.json) {
      JsonObject last;
      last.Set(options_.dry_run ? "would_record" : "recorded", readings_).Set("documents", documents_);
      context_.out << last.Set("commit", uint64_t{commit.value}).Text() << '\n';
      return;
    }
    context_.out << (options_.dry_run ? "would record " : "recorded ") << readings_ << " readings in "
                 << documents_ << " documents";
    if (!options_.dry_run) context_.out << ", commit " << commit.value;
    context_.out << '\n';
  }

  const RecaptureOptions& options_;
  Context& context_;
  const Reader& reader_;
  Database& database_;
  std::unique_ptr<WordIndexWriter> index_;  // keeps the index of words whole; not in a dry run
  std::unique_ptr<Writer> writer_;
  uint64_t readings_ = 0, documents_ = 0, refused_ = 0;
};

}  // namespace

Result<ExitCode> RunRecapture(const RecaptureOptions& options, Context& context) {
  if (!options.select.empty()) {
    MURAGAT_RETURN_IF_ERROR(import::HtmlSelector::Parse(options.select).status());
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto archive,
                           options.dry_run ? context.OpenForReading() : context.OpenForWriting(false));
  return Recapturer(options, context, *archive).Run();
}

void RegisterRecapture(const Verb& program) {
  auto options = std::make_shared<RecaptureOptions>();
  const Verb verb = program.Add("recapture", "Read the kept captures with today's readers");
  verb.Option("GLOB", options->globs, "Documents (default: all)");
  verb.Option("--select", options->select, "The part of an HTML page to take, as for import");
  verb.Option("--author", options->author, "Who has them read");
  verb.Flag("--dry-run", options->dry_run, "Say what would be recorded, and write nothing");
  verb.Explain(
      "Example:\n  muragat recapture 'kz/*' --dry-run\n\n"
      "Exit codes: 0 done, 3 no such archive, 5 another process is writing, 6 some could not be read");
  verb.Run(options, RunRecapture);
}

}  // namespace muragat::tools
