#include "muragat/diff/word_cuts.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>

namespace muragat {
namespace {

constexpr unsigned kBlockBytes = 64;

bool IsBlank(unsigned char byte) { return byte <= 0x20; }
bool IsIdeograph(unsigned char byte) { return byte >= 0xe4 && byte <= 0xe9; }
// Whether the byte begins a character, but not one of those that belong to the one before.
bool IsBeginning(unsigned char byte) { return (byte & 0xc0) != 0x80 && byte != 0xcc && byte != 0xcd; }

// Which of the bytes of a block are of a kind, the first byte's bit lowest.
struct Kinds {
  uint64_t blanks = 0, beginnings = 0, ideographs = 0;
};

#ifdef __SSE2__
// Sixteen bytes at a time.
Kinds ReadKinds(const char* bytes) {
  Kinds kinds;
  for (unsigned i = 0; i < kBlockBytes; i += 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + i));
    // Which bytes are `first` to `first + more`.
    const auto in_range = [block, i](unsigned char first, char more) {
      const __m128i behind = _mm_sub_epi8(block, _mm_set1_epi8(static_cast<char>(first)));
      const __m128i found = _mm_cmpeq_epi8(_mm_min_epu8(behind, _mm_set1_epi8(more)), behind);
      return static_cast<uint64_t>(_mm_movemask_epi8(found)) << i;
    };
    kinds.blanks |= in_range(0, 0x20);
    kinds.ideographs |= in_range(0xe4, 0xe9 - 0xe4);
    kinds.beginnings |= in_range(0x80, 0x3f) | in_range(0xcc, 1);
  }
  kinds.beginnings = ~kinds.beginnings;
  return kinds;
}
#else
Kinds ReadKinds(const char* bytes) {
  Kinds kinds;
  for (unsigned i = 0; i < kBlockBytes; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    kinds.blanks |= uint64_t{IsBlank(byte)} << i;
    kinds.beginnings |= uint64_t{IsBeginning(byte)} << i;
    kinds.ideographs |= uint64_t{IsIdeograph(byte)} << i;
  }
  return kinds;
}
#endif

uint64_t FindCuts(const char* bytes, bool behind_blank) {
  const Kinds kinds = ReadKinds(bytes);
  const uint64_t behind_blanks = kinds.blanks << 1 | uint64_t{behind_blank};
  return kinds.ideographs | (kinds.beginnings & ~kinds.blanks & behind_blanks);
}

}  // namespace

uint64_t FindWordCuts(std::string_view text, size_t at) {
  const bool behind_blank = at == 0 || IsBlank(static_cast<unsigned char>(text[at - 1]));
  if (at + kBlockBytes <= text.size()) return FindCuts(text.data() + at, behind_blank);
  std::array<char, kBlockBytes> block{};  // what is behind the end is blank: no word begins there
  std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), block.begin());
  return FindCuts(block.data(), behind_blank);
}

bool IsWordCut(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const auto byte = static_cast<unsigned char>(text[at]);
  if (IsIdeograph(byte)) return true;
  return IsBeginning(byte) && !IsBlank(byte) && IsBlank(static_cast<unsigned char>(text[at - 1]));
}

}  // namespace muragat
