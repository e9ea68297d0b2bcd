#include "muragat/text/character.h"

#include <unicode/uchar.h>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

bool HasCategory(char32_t c, uint32_t mask) {
  return (U_MASK(u_charType(static_cast<UChar32>(c))) & mask) != 0;
}

bool IsAsciiBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// Where the character that ends just before `end` begins; `end` must not be 0.
size_t PreviousCharacter(std::string_view text, size_t end) {
  size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xc0) == 0x80) --begin;
  size_t behind = begin;
  DecodeUtf8(text, behind);
  return behind == end ? begin : end - 1;
}

}  // namespace

namespace beyond_ascii {

bool IsLetter(char32_t c) { return HasCategory(c, U_GC_L_MASK); }
bool IsUpperCase(char32_t c) { return HasCategory(c, U_GC_LU_MASK | U_GC_LT_MASK); }
bool IsLowerCase(char32_t c) { return HasCategory(c, U_GC_LL_MASK); }
bool IsDigit(char32_t c) { return HasCategory(c, U_GC_ND_MASK); }
bool IsBlank(char32_t c) {
  return c == 0x200b || c == 0xfeff || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

}  // namespace beyond_ascii

bool IsWide(char32_t c) {
  if (c < 0x1100) return false;
  const int32_t width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

std::string_view TrimBlank(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size()) {
    size_t at = begin;
    if (!IsBlankCharacter(DecodeUtf8(text, at))) break;
    begin = at;
  }
  text.remove_prefix(begin);
  while (!text.empty()) {
    if (static_cast<unsigned char>(text.back()) < 0x80) {
      if (!IsAsciiBlank(text.back())) break;
      text.remove_suffix(1);
      continue;
    }
    const size_t previous = PreviousCharacter(text, text.size());
    size_t at = previous;
    if (!IsBlankCharacter(DecodeUtf8(text, at))) break;
    text.remove_suffix(text.size() - previous);
  }
  return text;
}

}  // namespace muragat
