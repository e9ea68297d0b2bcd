#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "muragat/base/progress.h"
#include "muragat/search/postings.h"
#include "muragat/search/search_words.h"
#include "muragat/store/commit_observer.h"
#include "muragat/store/reader.h"

namespace muragat {

// Writes the index of words: for each folded word the sections that ever held it, in lists of which each
// commit adds one for the words that came in it. What says *when* a word was there is the history itself.
// An index is whole as of a commit; where a commit came that it was not told of, it stays as it is.
// Thread-safety: one thread.
class WordIndexWriter final : public CommitObserver {
 public:
  // `view`: what is in the archive so far. Whether the index is whole is read at the first commit.
  explicit WordIndexWriter(const StoreView& view) : view_(view) {}

  void OnText(DocumentNumber document, SectionNumber section, std::string_view text,
              std::string_view earlier) override;
  void OnLanguage(std::string_view language) override;
  Status OnCommit(CommitNumber commit, Database::Batch& batch) override;

  // How many lists are waiting, in entries: for whoever wants to bound memory.
  size_t pending() const { return pending_; }
  // Writes what is waiting as lists of `commit`, whatever the index is whole as of.
  void WriteLists(CommitNumber commit, Database::Batch& batch);

 private:
  uint32_t NumberPlace(SectionPlace place);
  uint32_t NumberOfKey(uint32_t number);
  void Forget();

  const StoreView& view_;
  SearchWords words_;
  std::vector<SectionPlace> places_;  // that came since the last commit
  uint32_t last_place_ = UINT32_MAX;  // the number of the place that came last
  std::unordered_map<uint64_t, uint32_t> numbers_of_places_;
  std::vector<std::vector<uint32_t>> lists_;  // by word: places
  std::vector<uint32_t> touched_;             // words whose lists are not empty
  std::vector<SearchWord> cut_;
  std::set<std::string, std::less<>> languages_;  // that came since the last commit
  size_t pending_ = 0;
};

// Up to which commit the index is whole; 0: there is none, or it holds nothing.
Result<CommitNumber> ReadIndexedCommit(const StoreView& view);
// Whether that is the last commit.
Result<bool> IsIndexWhole(const Reader& reader);

// The sections that ever held the folded word, or with `prefix` any that begins so, in order, each once.
// Errors: kCorruption, kIo.
Result<std::vector<SectionPlace>> FindSections(const StoreView& view, std::string_view folded, bool prefix);

// The sections that ever held a folded word that begins with `beginning` and that `fits`, likewise. Of a word
// of more than 96 bytes only these are known.
Result<std::vector<SectionPlace>> FindSectionsOf(const StoreView& view, std::string_view beginning,
                                                 const std::function<bool(std::string_view)>& fits);

// What of a folded word the index knows: its first 96 bytes.
std::string_view IndexedPart(std::string_view folded);
// Calls `visit` with each word of the index, in byte order, and its lists as they are stored; stops at a
// failure. Errors: kIo, kCorruption.
Status VisitWordLists(
    const StoreView& view,
    const std::function<Status(std::string_view word, std::vector<std::string> lists)>& visit);

// The languages that texts are or were in, sorted; none where the index does not say.
Result<std::vector<std::string>> ReadLanguages(const StoreView& view);

// Makes the index anew from all texts. `database` is open for writing and nobody else writes. Errors:
// kCorruption, kIo, kCancelled: then there is no index.
Status RebuildIndex(Database& database, ProgressSink& progress);

}  // namespace muragat
