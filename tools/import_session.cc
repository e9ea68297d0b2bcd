#include "tools/import_session.h"

#include <algorithm>
#include <utility>

#include "muragat/base/base64.h"
#include "muragat/render/json_object.h"

namespace muragat::tools {
namespace {

// Beyond this many documents their lines are printed in between, so that memory is bounded; a document that
// comes again then has another line.
constexpr size_t kMaxTallies = 100'000;

// "+2 added, 1 changed"; empty where nothing was.
std::string CountsText(uint64_t added, uint64_t changed, uint64_t moved, uint64_t removed) {
  std::string line;
  const auto add = [&line](uint64_t count, const std::string& sign, const std::string& what) {
    if (count > 0) line += (line.empty() ? "" : ", ") + sign + std::to_string(count) + " " + what;
  };
  add(added, "+", "added");
  add(changed, "", "changed");
  add(moved, "", "moved");
  add(removed, "−", "removed");
  return line;
}

}  // namespace

ImportSession::ImportSession(Context& context, Options options)
    : context_(context), options_(std::move(options)) {}
ImportSession::~ImportSession() = default;

Status ImportSession::TryFirst(const State& state) {
  MURAGAT_ASSIGN_OR_RETURN(const bool exists, Archive::Exists(context_.archive));
  if (exists || options_.dry_run) return Status::Ok();
  MURAGAT_ASSIGN_OR_RETURN(const auto memory, Database::OpenInMemory());
  return Writer(*memory, context_.clock, {.author = options_.author}).Add(state).status();
}

Status ImportSession::Open() {
  WriterOptions options{.author = options_.author,
                        .program = ProgramName(),
                        .message = options_.message,
                        .again = options_.again};
  Database* database = nullptr;
  if (options_.dry_run) {
    constexpr uint64_t kNever = UINT64_MAX / 64;
    options.max_commit_states = options.max_commit_bytes = kNever;
    MURAGAT_ASSIGN_OR_RETURN(const bool exists, Archive::Exists(context_.archive));
    if (exists) {
      MURAGAT_ASSIGN_OR_RETURN(archive_, context_.OpenForReading());
      database = &archive_->database();
    } else {
      MURAGAT_ASSIGN_OR_RETURN(scratch_, Database::OpenInMemory());
      database = scratch_.get();
    }
  } else {
    MURAGAT_ASSIGN_OR_RETURN(archive_, context_.OpenForWriting(true));
    database = &archive_->database();
  }
  if (options_.index && !options_.dry_run) {
    index_ = std::make_unique<WordIndexWriter>(*database);
    options.observer = index_.get();
  }
  writer_ = std::make_unique<Writer>(*database, context_.clock, std::move(options));
  return Status::Ok();
}

Status ImportSession::Add(const State& state, const StateOrigin& origin) {
  if (!writer_) {
    MURAGAT_RETURN_IF_ERROR(TryFirst(state));
    MURAGAT_RETURN_IF_ERROR(Open());
  }
  MURAGAT_ASSIGN_OR_RETURN(const AddOutcome outcome, writer_->Add(state));
  ++states_;
  if (options_.dry_run) PrintState(state, origin, outcome);
  const size_t number = outcome.document.value;
  if (tally_of_.size() <= number) tally_of_.resize(std::max(number + 1, tally_of_.size() * 2));
  if (tally_of_[number] == 0) {
    tallies_.push_back({.document = state.document.text()});
    tally_of_[number] = static_cast<uint32_t>(tallies_.size());
  }
  Tally& tally = tallies_[tally_of_[number] - 1];
  ++tally.states;
  if (outcome.known) {
    ++tally.known;
  } else {
    ++recorded_;
    if (touched_.size() <= number) touched_.resize(number + 1);
    if (!touched_[number]) ++documents_;
    touched_[number] = true;
    if (outcome.removed) ++tally.removals;
    tally.added += outcome.sections_added;
    tally.changed += outcome.sections_changed;
    tally.removed += outcome.sections_removed;
    tally.moved += outcome.sections_moved;
  }
  if (tallies_.size() >= kMaxTallies) PrintTallies();
  return Status::Ok();
}

void ImportSession::PrintState(const State& state, const StateOrigin& origin, const AddOutcome& outcome) {
  const uint64_t sections = state.content ? state.content->sections.size() : 0;
  const bool seen = state.basis == Basis::kSeen;
  if (context_.json) {
    JsonObject row;
    row.Set("input", origin.input).SetOrNull("place", std::string(origin.place)).Set("format", origin.format);
    row.Set("document", state.document.text()).Set("date", FormatDate(state.valid));
    row.Set("basis", seen ? "seen" : "in-force").SetOrNull("reform", state.reform).Set("sections", sections);
    row.SetFlag("known", outcome.known).SetFlag("removal", !state.content);
    row.Set("added", outcome.sections_added).Set("changed", outcome.sections_changed);
    row.Set("removed", outcome.sections_removed).Set("moved", outcome.sections_moved);
    context_.out << row.Text() << '\n';
    return;
  }
  if (context_.quiet) return;
  std::string counts = CountsText(outcome.sections_added, outcome.sections_changed, outcome.sections_moved,
                                  outcome.sections_removed);
  if (counts.empty()) counts = outcome.known ? "known already" : state.content ? "same text" : "text removed";
  std::string line =
      std::string(origin.input) + (origin.place.empty() ? "" : " ") + std::string(origin.place);
  line += ": " + std::string(origin.format) + ", " + state.document.text() + ", " + FormatDate(state.valid) +
          (seen ? " (seen), " : ", ") + std::to_string(sections) +
          (sections == 1 ? " section: " : " sections: ");
  context_.out << context_.ForPeople(line) << counts << '\n';
}

void ImportSession::PrintTallies() {
  for (const Tally& tally : tallies_) PrintTally(tally);
  tally_of_.clear();
  tallies_.clear();
}

void ImportSession::PrintTally(const Tally& tally) {
  const uint64_t recorded = tally.states - tally.known;
  if (context_.json) {
    JsonObject row;
    row.Set("document", tally.document).Set("states", recorded).Set("known", tally.known);
    row.Set("added", tally.added).Set("changed", tally.changed).Set("removed", tally.removed);
    context_.out << row.Set("moved", tally.moved).Set("removals", tally.removals).Text() << '\n';
    return;
  }
  if (context_.quiet) return;
  std::string line = CountsText(tally.added, tally.changed, tally.moved, tally.removed);
  if (tally.removals > 0) line += (line.empty() ? "" : ", ") + std::string("text removed");
  if (line.empty()) line = recorded > 0 ? "same text" : "known already";
  if (recorded > 1) line += " in " + std::to_string(recorded) + " states";
  context_.out << context_.ForPeople(tally.document) << ": " << line << '\n';
}

Status ImportSession::Finish() {
  CommitNumber commit;
  std::optional<Digest> root;
  if (options_.dry_run) {
    context_.Note("nothing was written; without --dry-run this would be recorded:");
  } else if (writer_) {
    MURAGAT_ASSIGN_OR_RETURN(commit, writer_->Commit());
    MURAGAT_ASSIGN_OR_RETURN(root, writer_->LogRoot());
  }
  PrintTallies();
  if (context_.json) {
    JsonObject last;
    last.Set(options_.dry_run ? "would_commit" : "committed", recorded_).Set("documents", documents_);
    last.Set("commit", uint64_t{commit.value});
    if (root) last.Set("root", EncodeBase64(BytesOf(*root)));
    context_.out << last.Text() << '\n';
  } else if (options_.dry_run) {
    context_.out << "would commit " << recorded_ << " states in " << documents_ << " documents\n";
  } else {
    // Scripts read this line: always the plural.
    context_.out << "committed " << recorded_ << " states in " << documents_ << " documents, commit "
                 << commit.value << '\n';
    if (root) context_.out << "root " << EncodeBase64(BytesOf(*root)) << '\n';
  }
  return Status::Ok();
}

}  // namespace muragat::tools
