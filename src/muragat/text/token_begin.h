#pragma once

#include <cstddef>
#include <string_view>

namespace muragat {

// Whether a token of CutWords surely begins at `at`, whatever stands before it and behind it: at the
// beginning of the text and of a line, and where a Latin, Greek or Cyrillic letter or an ASCII digit comes
// behind a space. A text that is cut in two there, each part by itself, gives the same tokens. `at` must be
// less than the text's size. Cost: a look at four bytes.
inline bool BeginsToken(std::string_view text, size_t at) {
  if (at == 0 || text[at - 1] == '\n') return true;
  if (text[at - 1] != ' ') return false;
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return (first >= '0' && first <= '9') || ((first | 0x20) >= 'a' && (first | 0x20) <= 'z');
  if (at + 1 == text.size()) return false;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if ((second & 0xc0) != 0x80) return false;
  const bool times_or_divide = first == 0xc3 && (second == 0x97 || second == 0xb7);
  const bool latin = first >= 0xc3 && first <= 0xc9 && !times_or_divide;  // U+00C0 … U+027F
  const bool cyrillic = first == 0xd0 || first == 0xd1 || first == 0xd3 || (first == 0xd2 && second >= 0x8a);
  return latin || cyrillic;
}

}  // namespace muragat
