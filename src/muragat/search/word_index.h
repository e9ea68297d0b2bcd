#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/progress.h"
#include "muragat/search/postings.h"
#include "muragat/search/search_words.h"
#include "muragat/search/word_changes.h"
#include "muragat/store/commit_observer.h"
#include "muragat/store/reader.h"

namespace muragat {

// Writes the index of words: for each folded word how often texts of sections hold it, in lists of which each
// commit adds one for the words that came or went in it. What says *when* a text was there is the history
// itself. An index is whole as of a commit; where a commit came that it was not told of, it stays as it is.
// Thread-safety: one thread.
class WordIndexWriter final : public CommitObserver {
 public:
  // `view`: what is in the archive so far. Whether the index is whole is read at the first commit.
  explicit WordIndexWriter(const StoreView& view) : view_(view), word_changes_(words_) {}

  void OnText(const RevisionKey& key, std::string_view text, std::string_view earlier) override;
  void OnLanguage(std::string_view language) override;
  void Mark() override;
  void DropMarked() override;
  Status OnCommit(CommitNumber commit, Database::Batch& batch) override;

  // How many changes are waiting: for whoever wants to bound memory.
  size_t pending() const { return changes_.size(); }
  // Writes what is waiting as lists of `commit`, whatever the index is whole as of.
  void WriteLists(CommitNumber commit, Database::Batch& batch);

 private:
  struct Text {
    RevisionKey key;
    size_t begin = 0, end = 0;  // of its changes
  };
  void Forget();

  const StoreView& view_;
  SearchWords words_;
  WordChanges word_changes_;
  std::vector<Text> texts_;  // that came since the last commit
  std::vector<WordChange> changes_;
  size_t marked_texts_ = 0, marked_changes_ = 0;
  std::set<std::string, std::less<>> languages_;  // that came since the last commit
};

// Up to which commit the index is whole; 0: there is none, or it holds nothing.
Result<CommitNumber> ReadIndexedCommit(const StoreView& view);
// Whether that is the last commit.
Result<bool> IsIndexWhole(const Reader& reader);

// Calls `visit` with each list of a folded word as it is stored, or with `prefix` of all that begin so, and
// the word, cut as the index cuts it; stops at a failure. The word of no bytes stands for all words of a
// text. Errors: kIo, kCorruption, and those of `visit`.
Status VisitLists(const StoreView& view, std::string_view folded, bool prefix,
                  const std::function<Status(std::string_view word, std::string_view list)>& visit);

// The sections that ever held the folded word, or with `prefix` any that begins so, in order, each once.
// Errors: kCorruption, kIo.
Result<std::vector<SectionPlace>> FindSections(const StoreView& view, std::string_view folded, bool prefix);

// The sections that ever held a folded word that begins with `beginning` and that `fits`, likewise. Of a word
// of more than 96 bytes only these are known.
Result<std::vector<SectionPlace>> FindSectionsOf(const StoreView& view, std::string_view beginning,
                                                 const std::function<bool(std::string_view)>& fits);

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
