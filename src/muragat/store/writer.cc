#include "muragat/store/writer.h"

#include <algorithm>
#include <utility>

#include "muragat/base/bytes.h"
#include "muragat/proof/brought_records.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/store/commit_log.h"
#include "muragat/store/statement.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kTailBytes = size_t{136} << 20;
constexpr size_t kMaxKnownKeys = size_t{1} << 20;

uint64_t SizeOf(const State& state) {
  uint64_t size = 64;
  if (state.content) {
    for (const Section& section : state.content->sections)
      size += section.heading.size() + section.body.size();
  }
  return size;
}

}  // namespace

Writer::Writer(Database& database, const Clock& clock, WriterOptions options)
    : database_(database),
      clock_(clock),
      options_(std::move(options)),
      batch_(database.NewBatch()),
      reader_(std::make_unique<Reader>(*batch_)),
      commit_states_(std::min(options_.first_commit_states, options_.max_commit_states)),
      tails_(kTailBytes) {}

Writer::~Writer() = default;

const Reader& Writer::reader() const { return *reader_; }

Status Writer::Start() {
  if (started_) return Status::Ok();
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(options_.author, "the author"));
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(options_.message, "the message"));
  MURAGAT_ASSIGN_OR_RETURN(last_commit_, reader_->LastCommit());
  if (last_commit_.value > 0) {
    MURAGAT_ASSIGN_OR_RETURN(const CommitRecord last, reader_->ReadCommit(last_commit_));
    last_recorded_ = last.recorded;
    if (last.root.has_value() != database_.keeps_log())
      return Status::Corruption("the last commit is not of the format that the archive says it has");
  }
  logs_ = database_.keeps_log();
  if (logs_) {
    MURAGAT_ASSIGN_OR_RETURN(log_, CommitLog(*batch_).ReadTree(last_commit_.value));
  }
  first_commit_.value = last_commit_.value + 1;
  const auto cursor = batch_->NewCursor(Family::kCatalog, "n");
  cursor->SeekForPrev(DocumentIdKey({UINT32_MAX}));
  if (cursor->At("n")) {
    last_document_ = static_cast<uint32_t>(ByteReader(cursor->key().substr(1)).ReadBigEndian(4));
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  if (last_commit_.value == 0) known_keys_.emplace(kMaxKnownKeys);
  MURAGAT_ASSIGN_OR_RETURN(last_reform_, reader_->CountReforms());
  committed_reform_ = last_reform_;
  started_ = true;
  return Status::Ok();
}

Result<AddOutcome> Writer::Add(const State& state) {
  MURAGAT_RETURN_IF_ERROR(Start());
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(state.reform, "the reform's title"));
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(state.author, "the author"));
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(state.capture.source_url, "the source"));
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(state.capture.media_type, "the media type"));
  if (state.content) {
    MURAGAT_RETURN_IF_ERROR(CheckOneLine(state.content->language, "the language"));
  }
  const bool goes_on = run_ && run_->valid == state.valid && run_->reform == state.reform;
  const uint64_t size_bytes = SizeOf(state);
  const auto over = [&](uint64_t factor) {
    return pending_states_ >= commit_states_ * factor ||
           pending_bytes_ + size_bytes > options_.max_commit_bytes * factor;
  };
  if (pending_states_ > 0 && (over(options_.run_factor) || (!goes_on && over(1)))) {
    MURAGAT_RETURN_IF_ERROR(Commit().status());
    commit_states_ = std::min(commit_states_ * 2, options_.max_commit_states);
  }
  if (!goes_on) run_ = {state.valid, state.reform};
  const uint32_t documents = last_document_, reforms = last_reform_;
  batch_->Mark();
  records_.Mark();
  if (options_.observer != nullptr) options_.observer->Mark();
  auto outcome = AddWithin(state);
  if (!outcome.ok()) {
    batch_->DropWrites();
    records_.DropMarked();
    if (options_.observer != nullptr) options_.observer->DropMarked();
    tails_.Forget(state.document.text());
    last_reform_run_.reset();
    last_document_ = documents;
    last_reform_ = reforms;
    return outcome.status().WithContext("While recording " + state.document.text());
  }
  if (!outcome->known) pending_bytes_ += size_bytes;
  return outcome;
}

Result<AddOutcome> Writer::AddWithin(const State& state) {
  AddOutcome outcome;
  outcome.removed = !state.content;
  MURAGAT_ASSIGN_OR_RETURN(DocumentTail* const tail, FindOrAddDocument(state.document));
  const DocumentNumber document = outcome.document = tail->number;
  ReformNumber reform;
  if (!state.reform.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(reform, FindOrAddReform(state.valid, state.reform));
  }
  if (!tail->read) MURAGAT_RETURN_IF_ERROR(ReadTail(*tail));
  std::string date_key = DocumentPrefix(document);
  AppendDate(date_key, state.valid);
  const bool may_be_known = !IsNew(Family::kEdition, date_key) && !tail->empty && state.valid <= tail->last;
  if (may_be_known && !options_.again) {
    MURAGAT_ASSIGN_OR_RETURN(outcome.known, IsKnown(*tail, state, reform));
    if (outcome.known) return outcome;
  }
  Edition edition{
      .document = document, .valid = state.valid, .removed = outcome.removed, .basis = state.basis};
  edition.recorded = {CommitNumber{last_commit_.value + 1}, next_place_};
  edition.reform = reform;
  edition.author = state.author;
  bool title_is_implied = false;
  if (state.content) {
    edition.language = state.content->language;
    if (options_.observer != nullptr) options_.observer->OnLanguage(edition.language);
    MURAGAT_ASSIGN_OR_RETURN(edition.sections, AddSections(*tail, state, outcome));
    title_is_implied = SetTitle(*state.content, edition);
  }
  MURAGAT_ASSIGN_OR_RETURN(edition.capture, AddCapture(document, state.capture));
  batch_->Put(Family::kEdition, EncodeEditionKey({document, edition.valid, edition.recorded}),
              EncodeEdition(edition, title_is_implied));
  if (reform.value != 0)
    batch_->Put(Family::kDerived, EncodeReformLink({reform, document, edition.valid}), "");
  if (logs_) AddToLog(edition, state, *tail);
  ++next_place_;
  ++pending_states_;
  Remember(std::move(edition.sections), state, *tail);
  return outcome;
}

// Hashes the edition's record; of its sections what the document's last text does not have.
void Writer::AddToLog(const Edition& edition, const State& state, DocumentTail& tail) {
  EditionStatement statement = StatementOf(state);
  if (state.content) {
    const bool becomes_last = tail.empty || state.valid >= tail.last;
    SectionTree other;
    if (!becomes_last) other = tail.tree;
    SectionTree& tree = becomes_last ? tail.tree : other;
    statement.sections = edition.sections.size();
    statement.root = tree.Update(tail.refs, edition.sections, incoming_);
  }
  records_.AddEdition({edition.document, edition.valid}, HashLeaf(EncodeStatement(statement)));
}

// Gives the edition its title, and says whether it is that of the first section that has one.
bool Writer::SetTitle(const Document& content, Edition& edition) {
  const auto titled = std::find_if(content.sections.begin(), content.sections.end(),
                                   [](const Section& section) { return !section.title.empty(); });
  const bool is_implied = content.title == (titled == content.sections.end() ? "" : titled->title);
  if (!is_implied) edition.title = content.title;
  return is_implied;
}

// The state has become the document's last one, if nothing is later.
void Writer::Remember(std::vector<SectionRef> refs, const State& state, DocumentTail& tail) {
  const bool is_last = tail.empty || state.valid >= tail.last;
  tail.empty = false;
  if (is_last) tail.last = state.valid;
  if (is_last && state.content) {
    tail.refs = std::move(refs);
    tail.Hold(incoming_);
  }
  tails_.Shrink();
}

Result<bool> Writer::AddReform(const ValidDate& date, const std::string& title) {
  MURAGAT_RETURN_IF_ERROR(Start());
  if (title.empty()) return Status::InvalidArgument("a reform needs a title");
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(title, "the reform's title"));
  const uint32_t before = last_reform_;
  MURAGAT_RETURN_IF_ERROR(FindOrAddReform(date, title).status());
  if (last_reform_ == before) return false;
  ++pending_states_;
  return true;
}

Status Writer::Withdraw(const DocumentId& document, const ValidDate& valid,
                        const std::optional<std::string>& reform, const std::string& because) {
  MURAGAT_RETURN_IF_ERROR(Start());
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(because, "the reason"));
  tails_.Forget(document.text());
  MURAGAT_ASSIGN_OR_RETURN(const auto number, reader_->FindDocument(document.text()));
  if (!number) return Status::NotFound("there is no document \"" + document.text() + "\"");
  MURAGAT_ASSIGN_OR_RETURN(const auto editions, reader_->ReadEditionsAt(*number, valid));
  std::vector<std::pair<const Edition*, std::string>> standing;  // the last of each reform, with its title
  for (const Edition& edition : editions) {
    Reform brought;  // without id and title where it came without one
    if (edition.reform.value != 0) {
      MURAGAT_ASSIGN_OR_RETURN(brought, reader_->ReadReform(edition.reform));
    }
    if (reform && *reform != brought.id && *reform != brought.title) continue;
    const std::string& title = brought.title;
    std::erase_if(standing, [&](const auto& other) { return other.second == title; });
    standing.emplace_back(&edition, title);
  }
  if (standing.empty())
    return Status::NotFound("no edition of \"" + document.text() + "\" stands at " + FormatDate(valid));
  if (standing.size() > 1) {
    std::string message = "several editions stand at " + FormatDate(valid) + ": name one with --reform:";
    for (const auto& [edition, title] : standing) {
      message += " \"" + VisibleText(title) + "\"" + (title.empty() ? " (it came without one)" : "");
    }
    return Status::InvalidArgument(message);
  }
  const RecordedPlace place{CommitNumber{last_commit_.value + 1}, next_place_++};
  const RecordedPlace target = standing.front().first->recorded;
  batch_->Put(Family::kEdition, EncodeEditionKey({*number, valid, place}),
              EncodeWithdrawal({target, options_.author, because}));
  if (logs_) {
    records_.AddEdition({*number, valid}, HashLeaf(EncodeWithdrawalRecord(document.text(), valid, target,
                                                                          options_.author, because)));
  }
  ++pending_states_;
  return Status::Ok();
}

Result<CommitNumber> Writer::Commit() {
  MURAGAT_RETURN_IF_ERROR(Start());
  run_.reset();
  if (pending_states_ == 0) return last_commit_;
  const CommitNumber commit{last_commit_.value + 1};
  const Instant recorded = std::max(clock_.Now(), last_recorded_);
  CommitRecord record{.sequence = commit,
                      .recorded = recorded,
                      .author = options_.author,
                      .program = options_.program,
                      .message = options_.message,
                      .records = next_place_};
  TreeBuilder log = log_;
  if (logs_) {
    const auto brought = records_.Finish(commit, committed_reform_ + 1, *batch_);
    record.root = brought.root;
    record.reforms = brought.reforms;
    record.links = brought.links;
    AppendCommit(EncodeCommit(record), log, *batch_);
  }
  batch_->Put(Family::kLog, CommitKey(commit), EncodeCommit(record));
  if (options_.observer != nullptr) MURAGAT_RETURN_IF_ERROR(options_.observer->OnCommit(commit, *batch_));
  if (const Status status = batch_->Commit(); !status.ok()) {
    tails_.Clear();  // they may know of what was not stored
    return status;
  }
  log_ = std::move(log);
  committed_reform_ = last_reform_;
  last_commit_ = commit;
  last_recorded_ = recorded;
  next_place_ = 0;
  pending_states_ = 0;
  pending_bytes_ = 0;
  if (logs_) MURAGAT_RETURN_IF_ERROR(database_.TellOfCommit(log_.size(), log_.Root()));
  return commit;
}

Result<std::optional<Digest>> Writer::LogRoot() {
  MURAGAT_RETURN_IF_ERROR(Start());
  return logs_ ? std::optional<Digest>(log_.Root()) : std::nullopt;
}

}  // namespace muragat
