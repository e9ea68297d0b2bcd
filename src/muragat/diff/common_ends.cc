#include "muragat/diff/common_ends.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace muragat {
namespace {

constexpr size_t kFarBytes = 4096;

uint64_t LoadWord(const char* bytes) {
  uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Whether two stretches of that many bytes are equal, without a branch for each word.
constexpr size_t kStepBytes = 64;
bool IsStepEqual(const char* a, const char* b) {
  uint64_t differs = 0;
  for (size_t at = 0; at < kStepBytes; at += 8) differs |= LoadWord(a + at) ^ LoadWord(b + at);
  return differs == 0;
}

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }
bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool IsLineBegin(std::string_view text, size_t at) { return at == 0 || text[at - 1] == '\n'; }

bool IsCut(std::string_view text, size_t at) {
  if (IsLineBegin(text, at) || at == text.size()) return true;
  const char before = text[at - 1], after = text[at];
  return IsAscii(before) && IsAscii(after) && IsSpace(before) != IsSpace(after);
}

// The greatest length up to `most` that is a line's beginning, where one is near, else the greatest that is a
// cut.
template <typename IsLine, typename IsCutAt>
size_t BackUp(size_t most, bool lines_only, IsLine is_line, IsCutAt is_cut) {
  size_t size = most;
  while (size > 0 && !is_line(size) && (lines_only || most - size <= kFarBytes)) --size;
  if (size == 0 || is_line(size)) return size;
  size = most;
  while (size > 0 && !is_cut(size)) --size;
  return size;
}

}  // namespace

size_t EqualPrefix(std::string_view a, std::string_view b) {
  const size_t size = std::min(a.size(), b.size());
  size_t at = 0;
  while (at + kStepBytes <= size && IsStepEqual(a.data() + at, b.data() + at)) at += kStepBytes;
  while (at + 8 <= size && LoadWord(a.data() + at) == LoadWord(b.data() + at)) at += 8;
  while (at < size && a[at] == b[at]) ++at;
  return at;
}

size_t EqualSuffix(std::string_view a, std::string_view b) {
  const size_t size = std::min(a.size(), b.size());
  const char* const a_end = a.data() + a.size();
  const char* const b_end = b.data() + b.size();
  size_t at = 0;
  while (at + kStepBytes <= size && IsStepEqual(a_end - at - kStepBytes, b_end - at - kStepBytes))
    at += kStepBytes;
  while (at + 8 <= size && LoadWord(a_end - at - 8) == LoadWord(b_end - at - 8)) at += 8;
  while (at < size && *(a_end - at - 1) == *(b_end - at - 1)) ++at;
  return at;
}

CommonEnds FindCommonEnds(std::string_view older, std::string_view newer, bool lines_only) {
  const size_t prefix = EqualPrefix(older, newer);
  if (prefix == older.size() && prefix == newer.size()) return {prefix, 0};
  const size_t begin = BackUp(
      prefix, lines_only, [&](size_t size) { return IsLineBegin(older, size); },
      [&](size_t size) { return IsCut(older, size) && IsCut(newer, size); });
  const size_t suffix = EqualSuffix(older.substr(begin), newer.substr(begin));
  const size_t end = BackUp(
      suffix, lines_only,
      [&](size_t size) {
        return IsLineBegin(older, older.size() - size) && IsLineBegin(newer, newer.size() - size);
      },
      [&](size_t size) { return IsCut(older, older.size() - size) && IsCut(newer, newer.size() - size); });
  return {begin, end};
}

}  // namespace muragat
