#include "muragat/diff/word_cuts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace muragat {
namespace {

// Eight bytes at a time; what a function says of a byte is that byte's high bit.
using Word = uint64_t;
constexpr Word kOnes = 0x0101010101010101, kHigh = kOnes * 0x80, kLow = kOnes * 0x7f;

// Of bytes beyond ASCII, whether the other seven bits are at least `least` (1 … 127).
constexpr Word HighFrom(Word word, Word least) {
  return ((word & kLow) + kOnes * (0x80 - least)) & word & kHigh;
}

constexpr Word Blanks(Word word) { return ~((word & kLow) + kOnes * (0x7f - 0x20)) & ~word & kHigh; }

constexpr Word Ideographs(Word word) { return HighFrom(word, 0x64) & ~HighFrom(word, 0x6a); }  // E4 … E9

// Bytes that begin a character, but not one of those that belong to the one before: no 80 … BF, CC, CD.
constexpr Word Beginnings(Word word) {
  const Word inside = word & ~(word << 1) & kHigh;
  const Word mark = HighFrom(word, 0x4c) & ~HighFrom(word, 0x4e);
  return ~inside & ~mark & kHigh;
}

// The high bits of the eight bytes, the first byte's lowest.
constexpr uint64_t Gather(Word high) { return ((high >> 7) * 0x0102040810204080) >> 56; }

// The bytes in the order in which they stand, the first one lowest.
Word ReadWord(const char* bytes) {
  Word word = 0;
  std::memcpy(&word, bytes, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

bool IsBlank(char c) { return static_cast<unsigned char>(c) <= 0x20; }

uint64_t FindCuts(const char* bytes, bool behind_blank) {
  uint64_t blanks = 0, beginnings = 0, ideographs = 0;
  for (unsigned i = 0; i < 64; i += 8) {
    const Word word = ReadWord(bytes + i);
    blanks |= Gather(Blanks(word)) << i;
    beginnings |= Gather(Beginnings(word)) << i;
    ideographs |= Gather(Ideographs(word)) << i;
  }
  return ideographs | (beginnings & ~blanks & (blanks << 1 | (behind_blank ? 1 : 0)));
}

}  // namespace

uint64_t FindWordCuts(std::string_view text, size_t at) {
  constexpr size_t kBlockBytes = 64;
  const bool behind_blank = at == 0 || IsBlank(text[at - 1]);
  if (at + kBlockBytes <= text.size()) return FindCuts(text.data() + at, behind_blank);
  std::array<char, kBlockBytes> block{};  // what is behind the end is blank: no word begins there
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), block.begin());
  return FindCuts(block.data(), behind_blank);
}

bool IsWordCut(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0xe4 && byte <= 0xe9) return true;
  const bool begins = (byte & 0xc0) != 0x80 && byte != 0xcc && byte != 0xcd && byte > 0x20;
  return begins && IsBlank(text[at - 1]);
}

}  // namespace muragat
