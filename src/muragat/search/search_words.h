#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/text/words.h"

namespace muragat {

// A word of a text as it is searched for.
struct SearchWord {
  uint32_t begin = 0, end = 0;  // bytes of the text, half-open
  uint32_t number = 0;          // of the folded word, see SearchWords
};

// Cuts texts into the words that are searched for, and numbers them: two words that a reader would take for
// one, whatever their case, have one number. They are the words of CutWords, parted at apostrophes, plain and
// typographic ("l'article" is two), and folded by FoldCase. Numbers count from 0 in the order of first
// coming. Thread-safety: one thread. Memory: every different word once.
class SearchWords {
 public:
  SearchWords();

  // Appends the words of `text`. Cost: linear; a word that came before in this case is not folded again.
  void Append(std::string_view text, std::vector<SearchWord>& words);

  // The number of a folded word; it gets one if it has none.
  uint32_t NumberOf(std::string_view folded);
  // The folded word; good as long as the object.
  std::string_view Folded(uint32_t number) const { return folded_[number]; }
  uint32_t size() const { return static_cast<uint32_t>(folded_.size()); }

  // What a word that folds to nothing (a soft hyphen by itself) has for a number. It is no word.
  static constexpr uint32_t kNone = UINT32_MAX;

 private:
  // Words by their bytes, with open addressing.
  struct Table {
    struct Slot {
      uint64_t hash = 0;
      std::string_view word;  // null: free
      uint32_t number = 0;
    };
    std::vector<Slot> slots{1024};
    size_t used = 0;
    Slot& Find(std::string_view word, uint64_t hash);
    void Grow();
  };
  std::string_view Keep(std::string_view word);
  uint32_t NumberOfWritten(std::string_view word);

  std::deque<std::string> kept_;
  Table written_, by_folded_;
  std::vector<std::string_view> folded_;
  std::vector<Token> tokens_;  // of one text; its memory is kept
};

}  // namespace muragat
