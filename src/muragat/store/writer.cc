#include "muragat/store/writer.h"

#include <algorithm>
#include <utility>

#include "muragat/base/bytes.h"
#include "muragat/codec/capture_record.h"
#include "muragat/codec/number_codec.h"
#include "muragat/codec/reform_record.h"
#include "muragat/text/fold.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kMaxDocumentsRemembered = 65'536;

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
      reader_(std::make_unique<Reader>(*batch_)) {}

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
  }
  first_commit_.value = last_commit_.value + 1;
  const auto cursor = batch_->NewCursor(Family::kCatalog);
  cursor->SeekForPrev(DocumentIdKey({UINT32_MAX}));
  if (cursor->At("n")) {
    last_document_ = static_cast<uint32_t>(ByteReader(cursor->key().substr(1)).ReadBigEndian(4));
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  MURAGAT_ASSIGN_OR_RETURN(last_reform_, reader_->CountReforms());
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
  const Run run{state.valid, state.reform};
  const uint64_t size_bytes = SizeOf(state);
  const auto over = [&](uint64_t factor) {
    return pending_states_ >= options_.max_commit_states * factor ||
           pending_bytes_ + size_bytes > options_.max_commit_bytes * factor;
  };
  if (pending_states_ > 0 && (over(options_.run_factor) || (run_ != run && over(1)))) {
    MURAGAT_RETURN_IF_ERROR(Commit().status());
  }
  run_ = run;
  const uint32_t documents = last_document_, reforms = last_reform_;
  batch_->Mark();
  auto outcome = AddWithin(state);
  if (!outcome.ok()) {
    batch_->DropWrites();
    if (last_document_ != documents) documents_.erase(state.document.text());
    last_document_ = documents;
    last_reform_ = reforms;
    return outcome.status().WithContext("While recording " + state.document.text());
  }
  batch_->KeepWrites();
  if (!outcome->known) pending_bytes_ += size_bytes;
  return outcome;
}

Result<AddOutcome> Writer::AddWithin(const State& state) {
  AddOutcome outcome;
  outcome.removed = !state.content;
  MURAGAT_ASSIGN_OR_RETURN(const NumberedDocument numbered, FindOrAddDocument(state.document));
  const DocumentNumber document = outcome.document = numbered.number;
  ReformNumber reform;
  if (!state.reform.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(reform, FindOrAddReform(state.valid, state.reform));
  }
  if (!options_.again && !numbered.is_new) {
    MURAGAT_ASSIGN_OR_RETURN(outcome.known, IsKnown(document, state, reform));
    if (outcome.known) return outcome;
  }
  Edition edition{
      .document = document, .valid = state.valid, .removed = outcome.removed, .basis = state.basis};
  edition.recorded = {CommitNumber{last_commit_.value + 1}, next_place_};
  edition.reform = reform;
  edition.author = state.author;
  bool title_is_implied = false;
  if (state.content) {
    edition.title = state.content->title;
    edition.language = state.content->language;
    MURAGAT_ASSIGN_OR_RETURN(edition.sections, AddSections(numbered, state, outcome));
    const auto titled = std::find_if(state.content->sections.begin(), state.content->sections.end(),
                                     [](const Section& section) { return !section.title.empty(); });
    title_is_implied = edition.title == (titled == state.content->sections.end() ? "" : titled->title);
  }
  MURAGAT_ASSIGN_OR_RETURN(edition.capture, AddCapture(document, state.capture));
  batch_->Put(Family::kEdition, EncodeEditionKey({document, edition.valid, edition.recorded}),
              EncodeEdition(edition, title_is_implied));
  if (reform.value != 0)
    batch_->Put(Family::kDerived, EncodeReformLink({reform, document, edition.valid}), "");
  ++next_place_;
  ++pending_states_;
  return outcome;
}

Result<Writer::NumberedDocument> Writer::FindOrAddDocument(const DocumentId& id) {
  if (const auto known = documents_.find(id.text()); known != documents_.end())
    return NumberedDocument{known->second};
  if (documents_.size() >= kMaxDocumentsRemembered) documents_.clear();
  const std::string key = DocumentByIdKey(FoldCase(id.text()));
  MURAGAT_ASSIGN_OR_RETURN(const auto stored, batch_->Get(Family::kCatalog, key));
  DocumentNumber document;
  if (stored) {
    const auto number = DecodeNumber(*stored);
    if (!number) return Status::Corruption("the number of document " + id.text() + " cannot be decoded");
    document.value = *number;
    MURAGAT_ASSIGN_OR_RETURN(const std::string twin, reader_->ReadDocumentId(document));
    if (twin != id.text()) {
      return Status::Conflict("the id \"" + VisibleText(id.text()) + "\" cannot be told from \"" +
                              VisibleText(twin) +
                              "\", which the archive holds: choose another with --document");
    }
  } else {
    document.value = ++last_document_;
    batch_->Put(Family::kCatalog, key, EncodeNumber(document.value));
    batch_->Put(Family::kCatalog, DocumentIdKey(document), id.text());
  }
  documents_[id.text()] = document;
  return NumberedDocument{document, !stored};
}

Result<ReformNumber> Writer::FindOrAddReform(const ValidDate& date, const std::string& title) {
  const std::string key = ReformByTitleKey(title, date);
  MURAGAT_ASSIGN_OR_RETURN(const auto stored, batch_->Get(Family::kCatalog, key));
  if (stored) {
    const auto number = DecodeNumber(*stored);
    if (!number) return Status::Corruption("the number of reform " + title + " cannot be decoded");
    return ReformNumber{*number};
  }

  // The id is the day and the slug; where that is taken, the time too; where that is, ~2, ~3 …
  const std::string slug = Slug(title), exact = FormatDate(date);
  const std::string day = exact.substr(0, 10);
  Reform reform{.id = day + "/" + slug, .title = title, .date = date};
  for (uint32_t attempt = exact == day ? 2 : 1;; ++attempt) {
    MURAGAT_ASSIGN_OR_RETURN(const auto taken, batch_->Get(Family::kCatalog, ReformByIdKey(reform.id)));
    if (!taken) break;
    reform.id = exact + "/" + slug + (attempt == 1 ? "" : "~" + std::to_string(attempt));
  }
  const ReformNumber number{++last_reform_};
  batch_->Put(Family::kCatalog, key, EncodeNumber(number.value));
  batch_->Put(Family::kCatalog, ReformByIdKey(reform.id), EncodeNumber(number.value));
  batch_->Put(Family::kCatalog, ReformKey(number), EncodeReform(reform));
  return number;
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

Result<bool> Writer::IsKnown(DocumentNumber document, const State& state, ReformNumber reform) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto editions, reader_->ReadEditionsAt(document, state.valid));
  const std::string text = state.content ? state.content->Text() : "";
  bool latest_of_this_writer = true;
  for (auto edition = editions.rbegin(); edition != editions.rend(); ++edition) {
    if (edition->reform != reform) continue;
    const bool own = edition->recorded.commit >= first_commit_;
    const bool comparable = !own || latest_of_this_writer;
    if (own) latest_of_this_writer = false;
    if (!comparable || edition->removed != !state.content) continue;
    MURAGAT_ASSIGN_OR_RETURN(const std::string stored, reader_->ReadText(*edition));
    if (stored == text) return true;
  }
  return false;
}

Result<CaptureNumber> Writer::AddCapture(DocumentNumber document, const Capture& capture) {
  if (capture.Empty()) return CaptureNumber{0};
  const auto cursor = batch_->NewCursor(Family::kCapture);
  cursor->SeekForPrev(EncodeCaptureKey(document, {UINT32_MAX}));
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  CaptureNumber number{1};
  if (cursor->At(DocumentPrefix(document))) {
    const auto last = DecodeCaptureKey(cursor->key(), document);
    if (!last) return Status::Corruption("the key of a capture cannot be decoded");
    number.value = last->value + 1;
  }
  batch_->Put(Family::kCapture, EncodeCaptureKey(document, number), EncodeCapture({capture, {}}));
  return number;
}

Status Writer::Withdraw(const DocumentId& document, const ValidDate& valid,
                        const std::optional<std::string>& reform, const std::string& because) {
  MURAGAT_RETURN_IF_ERROR(Start());
  MURAGAT_RETURN_IF_ERROR(CheckOneLine(because, "the reason"));
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
  batch_->Put(Family::kEdition, EncodeEditionKey({*number, valid, place}),
              EncodeWithdrawal({standing.front().first->recorded, options_.author, because}));
  ++pending_states_;
  return Status::Ok();
}

Result<CommitNumber> Writer::Commit() {
  MURAGAT_RETURN_IF_ERROR(Start());
  run_.reset();
  if (pending_states_ == 0) return last_commit_;
  const CommitNumber commit{last_commit_.value + 1};
  const Instant recorded = std::max(clock_.Now(), last_recorded_);
  batch_->Put(Family::kLog, CommitKey(commit),
              EncodeCommit({.sequence = commit,
                            .recorded = recorded,
                            .author = options_.author,
                            .program = options_.program,
                            .message = options_.message,
                            .records = next_place_}));
  MURAGAT_RETURN_IF_ERROR(batch_->Commit());
  last_commit_ = commit;
  last_recorded_ = recorded;
  next_place_ = 0;
  pending_states_ = 0;
  pending_bytes_ = 0;
  return commit;
}

}  // namespace muragat
