#include "muragat/text/plain_letters.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace muragat {
namespace {

// What a function says of a byte is that byte's high bit.
using Word = uint64_t;
constexpr Word kOnes = 0x0101010101010101, kHigh = kOnes * 0x80, kLow = kOnes * 0x7f;

// Of the lower seven bits, whether they are between `first` and `last`; other bits are undefined.
constexpr Word Between(Word low, Word first, Word last) {
  return (low + kOnes * (0x80 - first)) & ~(low + kOnes * (0x7f - last));
}

constexpr Word Letters(Word word) {
  const Word low = word & kLow;
  return (Between(low | kOnes * 0x20, 'a', 'z') | Between(low, '0', '9')) & ~word & kHigh;
}

bool IsLetter(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

}  // namespace

size_t EndOfPlainLetters(std::string_view text, size_t at) {
  if constexpr (std::endian::native == std::endian::little) {
    for (; at + sizeof(Word) <= text.size(); at += sizeof(Word)) {
      Word word = 0;
      std::memcpy(&word, text.data() + at, sizeof word);
      const Word others = ~Letters(word) & kHigh;
      if (others != 0) return at + static_cast<size_t>(std::countr_zero(others)) / 8;
    }
  }
  while (at < text.size() && IsLetter(text[at])) ++at;
  return at;
}

}  // namespace muragat
