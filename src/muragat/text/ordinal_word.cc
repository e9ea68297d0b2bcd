#include "muragat/text/ordinal_word.h"

#include <algorithm>
#include <array>

namespace muragat {
namespace {

constexpr std::array<std::string_view, 12> kWords = {"first", "second", "third",    "fourth",
                                                     "fifth", "sixth",  "seventh",  "eighth",
                                                     "ninth", "tenth",  "eleventh", "twelfth"};

std::string_view Ending(uint32_t number) {
  if (number / 10 % 10 == 1) return "th";
  const uint32_t last = number % 10;
  return last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
}

}  // namespace

std::string OrdinalWord(uint32_t number) {
  if (number >= 1 && number <= kWords.size()) return std::string(kWords[number - 1]);
  return std::to_string(number).append(Ending(number));
}

std::optional<uint32_t> ReadOrdinalWord(std::string_view word) {
  const auto found = std::find(kWords.begin(), kWords.end(), word);
  if (found != kWords.end()) return static_cast<uint32_t>(found - kWords.begin() + 1);
  uint32_t number = 0;
  size_t at = 0;
  for (; at < word.size() && at < 9 && word[at] >= '0' && word[at] <= '9'; ++at)
    number = number * 10 + static_cast<uint32_t>(word[at] - '0');
  if (number == 0 || word != OrdinalWord(number)) return std::nullopt;
  return number;
}

}  // namespace muragat
