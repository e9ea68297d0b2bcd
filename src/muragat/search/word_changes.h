#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "muragat/search/search_words.h"

namespace muragat {

// What of a folded word the index knows: so many bytes of it. Longer ones share what it has of their
// beginning.
constexpr size_t kIndexedWordBytes = 96;
std::string_view IndexedPart(std::string_view folded);

// How much more often a word is in a text than in an earlier one.
struct WordChange {
  uint32_t word = 0;  // a number of SearchWords, of the word's indexed part; or kAllWords
  int32_t change = 0;

  static constexpr uint32_t kAllWords = UINT32_MAX - 1;  // how many words the text has more
};

// Compares the words of texts with those of earlier texts. Thread-safety: one thread. `words` must outlive
// it.
class WordChanges {
 public:
  explicit WordChanges(SearchWords& words) : words_(words) {}

  // Appends what has changed, each word once. Cost: linear in what is between the equal ends of the texts.
  void Append(std::string_view text, std::string_view earlier, std::vector<WordChange>& changes);

 private:
  int32_t Count(std::string_view text, int32_t sign, std::vector<WordChange>& changes);
  uint32_t NumberOfKey(uint32_t number);

  struct Slot {
    uint32_t round = 0;  // in which the word came last …
    size_t place = 0;    // … and where its change is
  };
  SearchWords& words_;
  std::vector<Slot> slots_;  // by word
  uint32_t round_ = 0;
  std::vector<SearchWord> cut_;
};

}  // namespace muragat
