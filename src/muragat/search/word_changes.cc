#include "muragat/search/word_changes.h"

#include <algorithm>

#include "muragat/diff/common_ends.h"

namespace muragat {
std::string_view IndexedPart(std::string_view folded) { return folded.substr(0, kIndexedWordBytes); }

// Words too long for a key share that of what they begin with.
uint32_t WordChanges::NumberOfKey(uint32_t number) {
  const std::string_view folded = words_.Folded(number), key = IndexedPart(folded);
  if (key.size() == folded.size()) return number;
  const uint32_t shared = words_.NumberOf(key);
  if (slots_.size() < words_.size()) slots_.resize(words_.size());
  return shared;
}

// Returns by how much that changes the number of words.
int32_t WordChanges::Count(std::string_view text, int32_t sign, std::vector<WordChange>& changes) {
  cut_.clear();
  words_.Append(text, cut_);
  if (slots_.size() < words_.size()) slots_.resize(words_.size() + words_.size() / 2);
  for (const SearchWord& word : cut_) {
    const uint32_t number = NumberOfKey(word.number);
    Slot& slot = slots_[number];
    if (slot.round == round_) {
      changes[slot.place].change += sign;
    } else {
      slot = {round_, changes.size()};
      changes.push_back({number, sign});
    }
  }
  return sign * static_cast<int32_t>(cut_.size());
}

void WordChanges::Append(std::string_view text, std::string_view earlier, std::vector<WordChange>& changes) {
  const CommonEnds ends = FindCommonEnds(earlier, text, false);
  const auto middle = [&](std::string_view whole) {
    return whole.substr(ends.begin_bytes, whole.size() - ends.begin_bytes - ends.end_bytes);
  };
  if (++round_ == 0) {  // a number that was used before
    slots_.assign(slots_.size(), {});
    ++round_;
  }
  const auto begin = static_cast<std::ptrdiff_t>(changes.size());
  int32_t all = Count(middle(text), 1, changes);
  if (!earlier.empty()) {
    all += Count(middle(earlier), -1, changes);
    const auto is_none = [](const WordChange& change) { return change.change == 0; };
    changes.erase(std::remove_if(changes.begin() + begin, changes.end(), is_none), changes.end());
  }
  if (all != 0) changes.push_back({WordChange::kAllWords, all});
}

}  // namespace muragat
