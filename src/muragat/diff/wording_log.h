#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "muragat/diff/traced_text.h"
#include "muragat/model/numbers.h"

namespace muragat {

// A word without its bytes: its hash and its trace.
struct TracedWord {
  uint32_t hash = 0;  // never 0
  uint32_t trace = 0;
};

// The words of `tokens`, and where among them each stands.
void AppendWordsOf(std::span<const TracedToken> tokens, std::vector<TracedWord>& words,
                   std::vector<uint32_t>& places);

// Stretches of words that were logged, found again by any run of `run_words` words of theirs.
// Thread-safety: one thread.
class WordingLog {
 public:
  // Beyond this many words in all, nothing more is logged: then full() holds.
  static constexpr size_t kMaxWords = size_t{16} << 20;

  explicit WordingLog(size_t run_words) : run_words_(run_words) {}

  // Logs words of a section that follow each other. Cost: linear.
  void Add(SectionNumber section, std::span<const TracedWord> words);
  void Clear();
  bool full() const { return words_.size() >= kMaxWords; }
  size_t run_words() const { return run_words_; }

  // A stretch that is logged word for word. Empty where there is none.
  struct Found {
    SectionNumber section;              // where it was logged
    std::span<const TracedWord> words;  // good until Add
    size_t begin = 0;                   // among all logged words
  };
  // The longest stretch that begins as `words` do, of at least a run; of equally long ones one of `section`,
  // then the one logged last. Looks at 32 of them at most.
  Found Find(SectionNumber section, std::span<const TracedWord> words) const;

  // The words logged from `begin` on up to `end`, all of one stretch or not.
  std::span<const TracedWord> Words(size_t begin, size_t end) const {
    return std::span(words_).subspan(begin, end - begin);
  }

 private:
  struct Node {
    uint32_t begin = 0;  // in `words_`
    uint32_t next = 0;   // node number plus 1; 0: none
    SectionNumber section;
  };
  uint32_t HashRun(size_t begin) const;
  static uint32_t Mix(std::span<const TracedWord> run);
  void Grow();

  size_t run_words_;
  std::vector<TracedWord> words_;  // behind each stretch a word of hash 0
  std::vector<Node> nodes_;
  std::vector<uint32_t> heads_;  // by hash of a run: node number plus 1; 0: none
};

}  // namespace muragat
