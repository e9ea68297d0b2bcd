#include "muragat/search/word_index.h"

#include <algorithm>
#include <memory>
#include <string>

#include "muragat/base/bytes.h"
#include "muragat/codec/keys.h"
#include "muragat/diff/common_ends.h"

namespace muragat {
namespace {

constexpr uint32_t kNoPlace = UINT32_MAX;
constexpr size_t kMaxPending = size_t{8} << 20;  // entries of lists, in memory
constexpr size_t kLongWordBytes = 96;            // of a key; longer words are searched for by their beginning

// From `batch` on the index is whole as of `commit`.
void PutIndexedCommit(CommitNumber commit, Database::Batch& batch) {
  std::string value;
  AppendVarint(value, commit.value);
  batch.Put(Family::kDerived, IndexedCommitKey(), value);
}

}  // namespace

std::string_view IndexedPart(std::string_view folded) { return folded.substr(0, kLongWordBytes); }

uint32_t WordIndexWriter::NumberPlace(SectionPlace place) {
  if (last_place_ != kNoPlace && places_[last_place_] == place) return last_place_;
  const uint64_t key = uint64_t{place.document.value} << 32 | place.section.value;
  const auto [found, is_new] = numbers_of_places_.try_emplace(key, static_cast<uint32_t>(places_.size()));
  if (is_new) places_.push_back(place);
  return last_place_ = found->second;
}

void WordIndexWriter::OnText(DocumentNumber document, SectionNumber section, std::string_view text,
                             std::string_view earlier) {
  const CommonEnds ends = FindCommonEnds(earlier, text, false);
  cut_.clear();
  words_.Append(text.substr(ends.begin_bytes, text.size() - ends.begin_bytes - ends.end_bytes), cut_);
  if (cut_.empty()) return;
  const uint32_t place = NumberPlace({document, section});
  if (lists_.size() < words_.size()) lists_.resize(words_.size());
  for (const SearchWord& word : cut_) {
    const uint32_t number = NumberOfKey(word.number);
    std::vector<uint32_t>& list = lists_[number];
    if (!list.empty() && list.back() == place) continue;
    if (list.empty()) touched_.push_back(number);
    list.push_back(place);
    ++pending_;
  }
}

// Words too long for a key share the list of what they begin with.
uint32_t WordIndexWriter::NumberOfKey(uint32_t number) {
  const std::string_view folded = words_.Folded(number), key = IndexedPart(folded);
  if (key.size() == folded.size()) return number;
  const uint32_t shared = words_.NumberOf(key);
  if (lists_.size() < words_.size()) lists_.resize(words_.size());
  return shared;
}

void WordIndexWriter::WriteLists(CommitNumber commit, Database::Batch& batch) {
  std::vector<uint32_t> order(places_.size()), ranks(places_.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return places_[a] < places_[b]; });
  for (uint32_t i = 0; i < order.size(); ++i) ranks[order[i]] = i;
  std::vector<SectionPlace> places;
  for (const uint32_t word : touched_) {
    std::vector<uint32_t>& list = lists_[word];
    for (uint32_t& place : list) place = ranks[place];
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    places.clear();
    for (const uint32_t rank : list) places.push_back(places_[order[rank]]);
    batch.Put(Family::kDerived, WordListKey(words_.Folded(word), commit), EncodePostings(places));
  }
  for (const std::string& language : languages_) batch.Put(Family::kDerived, LanguageKey(language), "");
  Forget();
}

void WordIndexWriter::OnLanguage(std::string_view language) {
  if (languages_.find(language) == languages_.end()) languages_.emplace(language);
}

void WordIndexWriter::Forget() {
  languages_.clear();
  for (const uint32_t word : touched_) lists_[word] = {};
  touched_.clear();
  places_.clear();
  numbers_of_places_.clear();
  last_place_ = kNoPlace;
  pending_ = 0;
}

Status WordIndexWriter::OnCommit(CommitNumber commit, Database::Batch& batch) {
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber indexed, ReadIndexedCommit(view_));
  if (indexed.value + 1 != commit.value) {
    Forget();
    return Status::Ok();
  }
  WriteLists(commit, batch);
  PutIndexedCommit(commit, batch);
  return Status::Ok();
}

Result<CommitNumber> ReadIndexedCommit(const StoreView& view) {
  MURAGAT_ASSIGN_OR_RETURN(const auto value, view.Get(Family::kDerived, IndexedCommitKey()));
  if (!value) return CommitNumber{};
  ByteReader reader(*value);
  const uint64_t commit = reader.ReadVarint();
  if (!reader.ok() || !reader.AtEnd() || commit > UINT32_MAX)
    return Status::Corruption("what the index of words reaches is damaged: `muragat reindex` makes it anew");
  return CommitNumber{static_cast<uint32_t>(commit)};
}

Result<bool> IsIndexWhole(const Reader& reader) {
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader.LastCommit());
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber indexed, ReadIndexedCommit(reader.view()));
  return indexed == last;
}

Result<std::vector<SectionPlace>> FindSections(const StoreView& view, std::string_view folded, bool prefix) {
  std::vector<SectionPlace> places;
  const std::string from = WordListPrefix(IndexedPart(folded), prefix);
  const auto cursor = view.NewCursor(Family::kDerived, from);
  size_t lists = 0;
  for (cursor->Seek(from); cursor->At(from); cursor->Next(), ++lists)
    MURAGAT_RETURN_IF_ERROR(DecodePostings(cursor->value(), places));
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  if (lists > 1) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
  }
  return places;
}

Result<std::vector<SectionPlace>> FindSectionsOf(const StoreView& view, std::string_view beginning,
                                                 const std::function<bool(std::string_view)>& fits) {
  std::vector<SectionPlace> places;
  const std::string from = WordListPrefix(IndexedPart(beginning), true);
  const auto cursor = view.NewCursor(Family::kDerived, from);
  std::string last;
  bool last_fits = false;
  for (cursor->Seek(from); cursor->At(from); cursor->Next()) {
    const std::string_view key = cursor->key();
    const std::string_view word = key.substr(1, key.find('\0') - 1);
    if (word != last) {
      last = word;
      last_fits = fits(word);
    }
    if (last_fits) MURAGAT_RETURN_IF_ERROR(DecodePostings(cursor->value(), places));
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

Status VisitWordLists(
    const StoreView& view,
    const std::function<Status(std::string_view word, std::vector<std::string> lists)>& visit) {
  const std::string from = WordListPrefix("", true);
  const auto cursor = view.NewPassingCursor(Family::kDerived, from);
  std::string word;
  std::vector<std::string> lists;
  for (cursor->Seek(from); cursor->At(from); cursor->Next()) {
    const std::string_view key = cursor->key();
    const std::string_view next = key.substr(1, key.find('\0') - 1);
    if (next != word) {
      if (!lists.empty()) MURAGAT_RETURN_IF_ERROR(visit(word, std::move(lists)));
      lists = {};
      word = next;
    }
    lists.emplace_back(cursor->value());
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  return lists.empty() ? Status::Ok() : visit(word, std::move(lists));
}

Result<std::vector<std::string>> ReadLanguages(const StoreView& view) {
  std::vector<std::string> languages;
  const std::string prefix = LanguageKey("");
  const auto cursor = view.NewCursor(Family::kDerived, prefix);
  for (cursor->Seek(prefix); cursor->At(prefix); cursor->Next())
    languages.emplace_back(cursor->key().substr(prefix.size()));
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  return languages;
}

Status RebuildIndex(Database& database, ProgressSink& progress) {
  MURAGAT_RETURN_IF_ERROR(database.Drop(Family::kDerived, IndexedCommitKey()));
  MURAGAT_RETURN_IF_ERROR(database.Drop(Family::kDerived, WordListPrefix("", true)));
  MURAGAT_RETURN_IF_ERROR(database.Drop(Family::kDerived, LanguageKey("")));
  const Reader reader(database);
  MURAGAT_ASSIGN_OR_RETURN(const CommitNumber last, reader.LastCommit());
  if (last.value == 0) return Status::Ok();
  const auto batch = database.NewBatch();
  WordIndexWriter writer(database);
  MURAGAT_RETURN_IF_ERROR(reader.VisitEditions([&](const EditionKey&, const EditionRecord& record) {
    const auto* edition = std::get_if<Edition>(&record);
    if (edition != nullptr && !edition->removed) writer.OnLanguage(edition->language);
    return Status::Ok();
  }));
  const uint64_t total = database.EstimateRecords(Family::kRevision);
  uint64_t done = 0;
  uint32_t part = 0;
  const auto cursor = database.NewPassingCursor(Family::kRevision);
  std::shared_ptr<const StoredText> earlier;
  RevisionKey before;
  for (cursor->Seek(""); cursor->Valid(); cursor->Next()) {
    const auto key = DecodeRevisionKey(cursor->key());
    if (!key) return Status::Corruption("a key of the family revision makes no sense: `muragat verify`");
    MURAGAT_ASSIGN_OR_RETURN(auto stored, reader.ReadRevision(*key));
    const bool goes_on = key->document == before.document && key->section == before.section;
    writer.OnText(key->document, key->section, stored->text, goes_on ? earlier->text : "");
    earlier = std::move(stored);
    before = *key;
    progress.Report("texts", ++done, std::max(done, total));
    if (progress.Cancelled()) return Status::Cancelled("interrupted: there is no index now");
    if (writer.pending() < kMaxPending) continue;
    // Lists may bear the number of any commit that there is: it only keeps them apart.
    writer.WriteLists({++part}, *batch);
    MURAGAT_RETURN_IF_ERROR(batch->Commit());
  }
  MURAGAT_RETURN_IF_ERROR(cursor->status());
  writer.WriteLists({++part}, *batch);
  PutIndexedCommit(last, *batch);
  return batch->Commit();
}

}  // namespace muragat
