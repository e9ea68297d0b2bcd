#include "tools/remove.h"

#include "muragat/render/json_object.h"
#include "tools/indexed_writer.h"
#include "tools/query.h"
#include "tools/reform.h"
#include "tools/verbs.h"

namespace muragat::tools {
namespace {

WriterOptions MakeWriterOptions(const std::string& author, const std::string& message) {
  return {.author = author, .program = ProgramName(), .message = message};
}

// Opens the archive: for a dry run only to read it.
Result<std::unique_ptr<Archive>> OpenFor(const Context& context, bool dry_run) {
  return dry_run ? context.OpenForReading() : context.OpenForWriting(false);
}

// Prints that something was recorded of the document: in `commit`, or, without one, nothing new.
void Print(const State& state, std::optional<CommitNumber> commit, const std::string& line,
           Context& context) {
  if (!context.json) {
    context.out << context.ForPeople(line) << '\n';
    return;
  }
  JsonObject row;
  row.Set("document", state.document.text()).Set("valid", FormatDate(state.valid));
  commit ? row.Set("commit", uint64_t{commit->value}) : row.SetNull("commit");
  context.out << row.Text() << '\n';
}

// Commits what was done to the edition that `state` names, and prints `what` about it.
Result<ExitCode> Finish(Writer& writer, bool dry_run, const State& state, const std::string& what,
                        Context& context) {
  const std::string line = state.document.text() + ": " + what + FormatDate(state.valid);
  if (dry_run) {
    Print(state, std::nullopt, "would record: " + line, context);
    return ExitCode::kDone;
  }
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber commit, writer.Commit());
  Print(state, commit, line + ", commit " + std::to_string(commit.value), context);
  return ExitCode::kDone;
}

// The edition date that `text` names: exactly that date, or the only one within that year, month or day.
Result<ValidDate> FindValidDate(const Reader& reader, const DocumentId& id, const std::string& text) {
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate date, ParseDate(text));
  MURAGAT_ASSIGN_OR_RETURN(const DocumentNumber document, RequireDocument(reader, id.text()));
  MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document));
  std::set<ValidDate> within;
  for (const HistoryEntry& entry : history) {
    if (entry.edition.valid == date) return date;
    if (entry.edition.valid.first >= date.first && entry.edition.valid.Last() <= date.Last())
      within.insert(entry.edition.valid);
  }
  if (within.size() == 1) return *within.begin();
  if (within.empty()) {
    return Status::NotFound("no edition of \"" + id.text() + "\" is of " + text +
                            ": `muragat log` lists its editions");
  }
  std::string message = "several editions of \"" + id.text() + "\" are of " + text + ": name one of";
  for (const ValidDate& one : within) message += " " + FormatDate(one);
  return Status::InvalidArgument(message);
}

}  // namespace

Result<ExitCode> RunRemove(const RemoveOptions& options, Context& context) {
  State state;
  MURAGAT_ASSIGN_OR_RETURN(state.document, DocumentId::Parse(ParseAddress(options.document).document));
  MURAGAT_ASSIGN_OR_RETURN(state.valid, ParseDate(options.date));
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, OpenFor(context, options.dry_run));
  MURAGAT_RETURN_IF_ERROR(RequireDocument(archive->reader(), state.document.text()).status());
  MURAGAT_ASSIGN_OR_RETURN(const auto by_id, archive->reader().FindReformById(options.reform));
  state.reform = options.reform;
  if (by_id) {
    MURAGAT_ASSIGN_OR_RETURN(Reform reform, archive->reader().ReadReform(*by_id));
    state.reform = std::move(reform.title);
  }
  state.author = options.author;
  IndexedWriter writer(archive->database(), context.clock, MakeWriterOptions(options.author, "remove"));
  MURAGAT_ASSIGN_OR_RETURN(const AddOutcome outcome, writer.Add(state));
  if (outcome.known) {
    Print(state, std::nullopt,
          "known already: " + state.document.text() + " has no text from " + FormatDate(state.valid),
          context);
    return ExitCode::kDone;
  }
  return Finish(writer, options.dry_run, state, "no text from ", context);
}

Result<ExitCode> RunWithdraw(const WithdrawOptions& options, Context& context) {
  MURAGAT_ASSIGN_OR_RETURN(const DocumentId id, DocumentId::Parse(ParseAddress(options.document).document));
  MURAGAT_ASSIGN_OR_RETURN(const auto archive, OpenFor(context, options.dry_run));
  MURAGAT_ASSIGN_OR_RETURN(const ValidDate valid, FindValidDate(archive->reader(), id, options.date));
  IndexedWriter writer(archive->database(), context.clock,
                       MakeWriterOptions(options.author, "withdraw: " + options.because));
  MURAGAT_RETURN_IF_ERROR(writer.Withdraw(id, valid, options.reform, options.because));
  State state;
  state.document = id;
  state.valid = valid;
  return Finish(writer, options.dry_run, state, "withdrew the edition of ", context);
}

void RegisterRemove(const Verb& program) {
  auto options = std::make_shared<RemoveOptions>();
  const Verb verb = program.Add("remove", "Record that a document has no text from a date on");
  verb.Option("DOC", options->document, "The document's id").Required();
  verb.Option("--date", options->date, "The first day without text").Required();
  verb.Option("--reform", options->reform, "The reform that removed it: its title or id").Required();
  verb.Option("--author", options->author, "Who recorded it");
  verb.Flag("--dry-run", options->dry_run, "Say what would be done, and do nothing");
  verb.Explain(
      "Example:\n  muragat remove kz/public-trust --date 2022-06-14 --reform 'National Kurultai'\n\n"
      "Exit codes: 0 recorded, or known already, 3 no such archive or document, 5 another process is "
      "writing");
  verb.Run(options, RunRemove);
}

void RegisterWithdraw(const Verb& program) {
  auto options = std::make_shared<WithdrawOptions>();
  const Verb verb = program.Add("withdraw", "Record that an edition was a mistake and no longer stands");
  verb.Option("DOC", options->document, "The document's id").Required();
  verb.Option("DATE", options->date, "The edition's valid date").Required();
  verb.Option("--because", options->because, "Why").Required();
  verb.Option(
      "--reform", options->reform,
      "Which one, where several reforms brought editions of that date (\"\": the one that came without)");
  verb.Option("--author", options->author, "Who recorded it");
  verb.Flag("--dry-run", options->dry_run, "Say what would be done, and do nothing");
  verb.Explain(
      "Example:\n  muragat withdraw kz/parliament 2007-05-20 --because 'the date was misread: it is 21 "
      "May'\n\n"
      "Exit codes: 0 recorded, 2 several editions fit, 3 no such archive, document or edition,\n"
      "            5 another process is writing");
  verb.Run(options, RunWithdraw);
}

}  // namespace muragat::tools
