#include "muragat/search/word_index.h"

#include <algorithm>
#include <memory>
#include <string>

#include "muragat/base/bytes.h"
#include "muragat/codec/keys.h"

namespace muragat {
namespace {

// What an index that did not count was kept under: lists, and their commit.
constexpr std::string_view kEarlierIndex[] = {"w", "i"};
constexpr size_t kMaxPending = size_t{8} << 20;  // changes, in memory

// From `batch` on the index is whole as of `commit`.
void PutIndexedCommit(CommitNumber commit, Database::Batch& batch) {
  std::string value;
  AppendVarint(value, commit.value);
  batch.Put(Family::kDerived, IndexedCommitKey(), value);
}

// The word of a list's key.
std::string_view WordOfKey(std::string_view key) { return key.substr(1, key.find('\0') - 1); }

}  // namespace

void WordIndexWriter::OnText(const RevisionKey& key, std::string_view text, std::string_view earlier) {
  const size_t begin = changes_.size();
  word_changes_.Append(text, earlier, changes_);
  if (changes_.size() != begin) texts_.push_back({key, begin, changes_.size()});
}

void WordIndexWriter::Mark() {
  marked_texts_ = texts_.size();
  marked_changes_ = changes_.size();
}

void WordIndexWriter::DropMarked() {
  texts_.resize(marked_texts_);
  changes_.resize(marked_changes_);
}

// Text after text in the order of their keys, so that no list need be sorted.
void WordIndexWriter::WriteLists(CommitNumber commit, Database::Batch& batch) {
  std::sort(texts_.begin(), texts_.end(), [](const Text& a, const Text& b) { return a.key < b.key; });
  std::vector<uint32_t> places(words_.size() + 1);  // by word, then that of all words: in `lists`, plus 1
  std::vector<std::pair<uint32_t, PostingsWriter>> lists;
  for (const Text& text : texts_) {
    for (size_t i = text.begin; i < text.end; ++i) {
      const WordChange& change = changes_[i];
      const uint32_t word = change.word == WordChange::kAllWords ? words_.size() : change.word;
      if (places[word] == 0) {
        lists.emplace_back(word, PostingsWriter());
        places[word] = static_cast<uint32_t>(lists.size());
      }
      lists[places[word] - 1].second.Add(
          {{text.key.document, text.key.section}, text.key.ordinal, change.change});
    }
  }
  for (const auto& [word, list] : lists) {
    const std::string_view folded = word == words_.size() ? std::string_view() : words_.Folded(word);
    batch.Put(Family::kDerived, WordListKey(folded, commit), list.value());
  }
  for (const std::string& language : languages_) batch.Put(Family::kDerived, LanguageKey(language), "");
  Forget();
}

void WordIndexWriter::OnLanguage(std::string_view language) {
  if (languages_.find(language) == languages_.end()) languages_.emplace(language);
}

void WordIndexWriter::Forget() {
  languages_.clear();
  texts_.clear();
  changes_.clear();
  Mark();
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

Status VisitLists(const StoreView& view, std::string_view folded, bool prefix,
                  const std::function<Status(std::string_view, std::string_view)>& visit) {
  const std::string from = WordListPrefix(IndexedPart(folded), prefix);
  const auto cursor = view.NewCursor(Family::kDerived, from);
  for (cursor->Seek(from); cursor->At(from); cursor->Next())
    MURAGAT_RETURN_IF_ERROR(visit(WordOfKey(cursor->key()), cursor->value()));
  return cursor->status();
}

Result<std::vector<SectionPlace>> FindSections(const StoreView& view, std::string_view folded, bool prefix) {
  std::vector<SectionPlace> places;
  MURAGAT_RETURN_IF_ERROR(VisitLists(view, folded, prefix, [&](std::string_view, std::string_view list) {
    return DecodePlaces(list, places);
  }));
  SortPlaces(places);
  return places;
}

Result<std::vector<SectionPlace>> FindSectionsOf(const StoreView& view, std::string_view beginning,
                                                 const std::function<bool(std::string_view)>& fits) {
  std::vector<SectionPlace> places;
  std::string last;
  bool last_fits = false;
  MURAGAT_RETURN_IF_ERROR(
      VisitLists(view, beginning, true, [&](std::string_view word, std::string_view list) {
        if (word != last) {
          last = word;
          last_fits = !word.empty() && fits(word);
        }
        return last_fits ? DecodePlaces(list, places) : Status::Ok();
      }));
  SortPlaces(places);
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
    const std::string_view next = WordOfKey(cursor->key());
    if (next != word || lists.empty()) {
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
  for (const std::string_view prefix : kEarlierIndex)
    MURAGAT_RETURN_IF_ERROR(database.Drop(Family::kDerived, prefix));
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
    writer.OnText(*key, stored->text, goes_on ? earlier->text : "");
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
