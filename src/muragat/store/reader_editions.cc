#include <algorithm>
#include <utility>

#include "muragat/store/reader.h"

namespace muragat {
namespace {

// Whether an edition at this place has been withdrawn by the withdrawals of its own document and date seen so
// far.
using Withdrawn = std::set<std::pair<ValidDate, RecordedPlace>>;

// Takes in one record under the cursor. Returns the edition if it stands as far as is known; cursors that run
// backward see the withdrawals of a date before the editions that they withdraw, since they were recorded
// later.
Result<std::optional<DecodedEdition>> Take(const Cursor& cursor, CommitNumber known_at,
                                           Withdrawn& withdrawn) {
  const auto key = DecodeEditionKey(cursor.key());
  if (!key) return Status::Corruption("the key of an edition cannot be decoded");
  if (key->recorded.commit > known_at) return std::optional<DecodedEdition>();
  if (!withdrawn.empty() && withdrawn.contains({key->valid, key->recorded}))
    return std::optional<DecodedEdition>();
  MURAGAT_ASSIGN_OR_RETURN(DecodedEdition decoded, DecodeEdition(*key, cursor.value()));
  if (const auto* withdrawal = std::get_if<Withdrawal>(&decoded.record)) {
    withdrawn.insert({key->valid, withdrawal->target});
    return std::optional<DecodedEdition>();
  }
  return std::optional<DecodedEdition>(std::move(decoded));
}

}  // namespace

Result<Edition> Reader::ToEdition(DecodedEdition decoded) const {
  auto& edition = std::get<Edition>(decoded.record);
  if (decoded.title_is_implied) {
    for (const SectionRef& ref : edition.sections) {
      MURAGAT_ASSIGN_OR_RETURN(const auto text, ReadRevision({edition.document, ref.section, ref.ordinal}));
      if (text->title.empty()) continue;
      edition.title = text->title;
      break;
    }
  }
  return std::move(edition);
}

Result<std::optional<DecodedEdition>> Reader::FindDecoded(DocumentNumber document, Instant at,
                                                          CommitNumber known_at) const {
  const std::string prefix = DocumentPrefix(document);
  Cursor& cursor = CursorFor(Family::kEdition, prefix);
  Withdrawn withdrawn;
  for (cursor.SeekForPrev(EditionKeyAfter(document, at)); cursor.At(prefix); cursor.Prev()) {
    MURAGAT_ASSIGN_OR_RETURN(auto decoded, Take(cursor, known_at, withdrawn));
    if (decoded) return decoded;
  }
  MURAGAT_RETURN_IF_ERROR(cursor.status());
  return std::optional<DecodedEdition>();
}

Result<std::optional<Edition>> Reader::FindEdition(DocumentNumber document, Instant at,
                                                   CommitNumber known_at) const {
  MURAGAT_ASSIGN_OR_RETURN(auto decoded, FindDecoded(document, at, known_at));
  if (!decoded) return std::optional<Edition>();
  MURAGAT_ASSIGN_OR_RETURN(Edition edition, ToEdition(*std::move(decoded)));
  return std::optional<Edition>(std::move(edition));
}

Result<std::optional<Edition>> Reader::FindUntitled(DocumentNumber document, Instant at,
                                                    CommitNumber known_at) const {
  MURAGAT_ASSIGN_OR_RETURN(auto decoded, FindDecoded(document, at, known_at));
  if (!decoded) return std::optional<Edition>();
  return std::optional<Edition>(std::move(std::get<Edition>(decoded->record)));
}

void Reader::ForgetWhatChanged() const {
  const auto version = view_.version();
  if (!version || version != standings_version_) standings_.Clear();
  standings_version_ = version;
}

// What stands then, from the cache or newly in it; null where there is no such document.
Result<Standing*> Reader::Stand(const std::string& id, Instant at) const {
  ForgetWhatChanged();
  if (Standing* known = standings_.Find(id, at)) return known;
  std::optional<DocumentNumber> document = standings_.FindNumber(id);
  if (!document) {
    MURAGAT_ASSIGN_OR_RETURN(document, FindDocument(id));
    if (!document) return nullptr;
  }
  return StandIn(*document, id, at);
}

// The same, newly in the cache.
Result<Standing*> Reader::StandIn(DocumentNumber document, const std::string& id, Instant at) const {
  Standing standing;
  const std::string prefix = DocumentPrefix(document);
  Cursor& cursor = CursorFor(Family::kEdition, prefix);
  cursor.SeekForPrev(EditionKeyAfter(document, at));
  bool found = false;
  if (cursor.At(prefix)) {
    const auto key = DecodeEditionKey(cursor.key());
    if (!key) return Status::Corruption("the key of an edition cannot be decoded");
    standing.from = key->valid.first;
    Withdrawn withdrawn;
    MURAGAT_ASSIGN_OR_RETURN(auto decoded, Take(cursor, kLatestCommit, withdrawn));
    if (decoded) standing.edition = std::make_shared<Edition>(std::move(std::get<Edition>(decoded->record)));
    found = decoded.has_value();
    cursor.Next();
  } else {
    cursor.Seek(prefix);
    found = true;  // nothing is before it
  }
  // From the date of the last record that is not later, which may be a withdrawal, to the next.
  standing.endless = !cursor.At(prefix);
  if (!standing.endless) {
    const auto key = DecodeEditionKey(cursor.key());
    if (!key) return Status::Corruption("the key of an edition cannot be decoded");
    standing.until = key->valid.first;
  }
  MURAGAT_RETURN_IF_ERROR(cursor.status());
  if (!found) {
    MURAGAT_ASSIGN_OR_RETURN(auto decoded, FindDecoded(document, at, kLatestCommit));
    if (decoded) standing.edition = std::make_shared<Edition>(std::move(std::get<Edition>(decoded->record)));
  }
  return standings_.Insert(id, document, std::move(standing));
}

Result<std::shared_ptr<const Edition>> Reader::FindStanding(const std::string& id, Instant at) const {
  MURAGAT_ASSIGN_OR_RETURN(const Standing* standing, Stand(id, at));
  return standing == nullptr ? nullptr : standing->edition;
}

Result<std::shared_ptr<const std::string>> Reader::FindText(const std::string& id, Instant at) const {
  MURAGAT_ASSIGN_OR_RETURN(Standing * standing, Stand(id, at));
  if (standing == nullptr || !standing->edition || standing->edition->removed) {
    return std::shared_ptr<const std::string>();
  }
  if (!standing->text) {
    MURAGAT_ASSIGN_OR_RETURN(std::string text, ReadText(*standing->edition));
    const auto whole = std::make_shared<const std::string>(std::move(text));
    // What is asked for once may never be again.
    if (std::exchange(standing->text_asked, true)) {
      standing->text = whole;
      standings_.CountText(*standing);
    }
    return whole;
  }
  return standing->text;
}

namespace {

// The editions of one valid date that stand, as they were recorded.
class SameDate {
 public:
  const std::optional<ValidDate>& date() const { return date_; }
  void Begin(const ValidDate& date) {
    date_ = date;
    editions_.clear();
  }
  // A withdrawal stands behind what it withdraws.
  void Take(DecodedEdition decoded) {
    const auto* withdrawal = std::get_if<Withdrawal>(&decoded.record);
    if (withdrawal == nullptr) return editions_.push_back(std::move(decoded));
    std::erase_if(editions_, [&](const DecodedEdition& one) {
      return std::get<Edition>(one.record).recorded == withdrawal->target;
    });
  }
  Status Visit(const std::function<Status(DecodedEdition, bool)>& visit) {
    for (auto one = editions_.begin(); one != editions_.end(); ++one) {
      const ReformNumber reform = std::get<Edition>(one->record).reform;
      const bool corrected = std::any_of(one + 1, editions_.end(), [&](const DecodedEdition& later) {
        return std::get<Edition>(later.record).reform == reform;
      });
      MURAGAT_RETURN_IF_ERROR(visit(std::move(*one), corrected));
    }
    return Status::Ok();
  }

 private:
  std::optional<ValidDate> date_;
  std::vector<DecodedEdition> editions_;
};

}  // namespace

Status Reader::VisitDecoded(DocumentNumber document, Instant until, CommitNumber known_at,
                            const std::function<Status(DecodedEdition, bool)>& visit) const {
  const std::string prefix = DocumentPrefix(document);
  // The first history that is asked for may be the only one: nothing that it reads is kept. Who asks for more
  // may ask for many that lie together.
  std::unique_ptr<Cursor> own;
  if (!view_.version() || !cursors_[static_cast<size_t>(Family::kEdition)].cursor)
    own = view_.NewPassingCursor(Family::kEdition, prefix);
  Cursor* cursor = own ? own.get() : &CursorFor(Family::kEdition, prefix);
  SameDate editions;
  EditionListDecoder lists;
  std::string here;
  for (cursor->Seek(prefix); cursor->At(prefix); cursor->Next()) {
    const auto key = DecodeEditionKey(cursor->key());
    if (!key) return Status::Corruption("the key of an edition cannot be decoded");
    if (key->valid.first > until) break;
    if (key->recorded.commit > known_at) continue;
    if (key->valid != editions.date()) {
      here.assign(cursor->key());
      MURAGAT_RETURN_IF_ERROR(editions.Visit(visit));
      editions.Begin(key->valid);
      if (!own) {  // who was told may have asked for other editions
        cursor = &CursorFor(Family::kEdition, prefix);
        if (!cursor->Valid() || cursor->key() != here) cursor->Seek(here);
        if (!cursor->Valid()) break;
      }
    }
    MURAGAT_ASSIGN_OR_RETURN(DecodedEdition decoded, DecodeEdition(*key, cursor->value(), &lists));
    editions.Take(std::move(decoded));
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  if (own && view_.version()) CursorFor(Family::kEdition, prefix);
  return editions.Visit(visit);
}

Status Reader::VisitHistory(DocumentNumber document, Instant until, CommitNumber known_at,
                            const std::function<Status(Edition, bool)>& visit) const {
  return VisitDecoded(document, until, known_at, [&](DecodedEdition decoded, bool corrected) {
    return visit(std::get<Edition>(std::move(decoded.record)), corrected);
  });
}

Result<std::vector<HistoryEntry>> Reader::ReadHistory(DocumentNumber document, CommitNumber known_at) const {
  std::vector<HistoryEntry> history;
  MURAGAT_RETURN_IF_ERROR(VisitDecoded(
      document, Instant::Last(), known_at, [&](DecodedEdition decoded, bool corrected) -> Status {
        MURAGAT_ASSIGN_OR_RETURN(Edition edition, ToEdition(std::move(decoded)));
        history.push_back({std::move(edition), corrected});
        return Status::Ok();
      }));
  return history;
}

Result<std::vector<Edition>> Reader::ReadEditionsAt(DocumentNumber document, const ValidDate& valid,
                                                    CommitNumber known_at) const {
  std::string prefix = DocumentPrefix(document);
  AppendDate(prefix, valid);
  const auto cursor = view_.NewCursor(Family::kEdition, DocumentPrefix(document));
  Withdrawn withdrawn;
  std::vector<Edition> editions;
  for (cursor->SeekForPrev(prefix + std::string(9, '\xff')); cursor->At(prefix); cursor->Prev()) {
    MURAGAT_ASSIGN_OR_RETURN(auto decoded, Take(*cursor, known_at, withdrawn));
    if (!decoded) continue;
    editions.push_back(std::move(std::get<Edition>(decoded->record)));
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  std::reverse(editions.begin(), editions.end());
  return editions;
}

Result<std::optional<Edition>> Reader::FindEarlierText(DocumentNumber document,
                                                       const ValidDate& valid) const {
  std::string after = DocumentPrefix(document);
  const std::string prefix = after;
  AppendDate(after, valid);
  after.append(9, '\xff');
  const auto cursor = view_.NewCursor(Family::kEdition, prefix);
  Withdrawn withdrawn;
  for (cursor->SeekForPrev(after); cursor->At(prefix); cursor->Prev()) {
    MURAGAT_ASSIGN_OR_RETURN(auto decoded, Take(*cursor, kLatestCommit, withdrawn));
    if (!decoded || std::get<Edition>(decoded->record).removed) continue;
    return std::optional<Edition>(std::move(std::get<Edition>(decoded->record)));
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  return std::optional<Edition>();
}

Result<std::optional<Edition>> Reader::FindLaterText(DocumentNumber document, const ValidDate& valid) const {
  std::string from = DocumentPrefix(document);
  const std::string prefix = from;
  AppendDate(from, valid);
  from.append(9, '\xff');
  const auto cursor = view_.NewCursor(Family::kEdition, prefix);
  cursor->Seek(from);
  while (cursor->At(prefix)) {
    // The editions of one date, as they were recorded; a withdrawal stands behind what it withdraws.
    std::vector<Edition> editions;
    std::optional<ValidDate> date;
    for (; cursor->At(prefix); cursor->Next()) {
      const auto key = DecodeEditionKey(cursor->key());
      if (!key) return Status::Corruption("the key of an edition cannot be decoded");
      if (date && key->valid != *date) break;
      date = key->valid;
      MURAGAT_ASSIGN_OR_RETURN(DecodedEdition decoded, DecodeEdition(*key, cursor->value()));
      if (auto* edition = std::get_if<Edition>(&decoded.record)) {
        if (!edition->removed) editions.push_back(std::move(*edition));
      } else {
        const RecordedPlace target = std::get<Withdrawal>(decoded.record).target;
        std::erase_if(editions, [&](const Edition& other) { return other.recorded == target; });
      }
    }
    if (!editions.empty()) return std::optional<Edition>(std::move(editions.front()));
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  return std::optional<Edition>();
}

Result<Edition> Reader::ReadEdition(const EditionKey& key) const {
  MURAGAT_ASSIGN_OR_RETURN(const auto value, view_.Get(Family::kEdition, EncodeEditionKey(key)));
  if (!value || IsWithdrawal(*value))
    return Status::NotFound("there is no edition of " + FormatDate(key.valid));
  MURAGAT_ASSIGN_OR_RETURN(DecodedEdition decoded, DecodeEdition(key, *value));
  return ToEdition(std::move(decoded));
}

Status Reader::VisitEditions(
    const std::function<Status(const EditionKey&, const EditionRecord&)>& visit) const {
  const auto cursor = view_.NewCursor(Family::kEdition);
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
    const auto key = DecodeEditionKey(cursor->key());
    if (!key) return Status::Corruption("the key of an edition cannot be decoded");
    MURAGAT_ASSIGN_OR_RETURN(DecodedEdition decoded, DecodeEdition(*key, cursor->value()));
    MURAGAT_RETURN_IF_ERROR(visit(*key, decoded.record));
  }
  return cursor->status();
}

}  // namespace muragat
