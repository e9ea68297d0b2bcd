#include "muragat/text/character_class.h"

#include <unicode/uchar.h>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr char32_t kForeignBegin = 0x530, kForeignEnd = 0x1d00;  // Armenian … Sundanese, Vedic
constexpr char32_t kZeroWidthNonJoiner = 0x200c, kZeroWidthJoiner = 0x200d, kSoftHyphen = 0xad;

CharacterClass ClassOfTableEntry(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029) return CharacterClass::kLineEnd;
  if (c == U'\'' || c == U'.' || c == 0x2019) return CharacterClass::kJoiner;
  if (c == kZeroWidthJoiner || c == kZeroWidthNonJoiner || c == kSoftHyphen) return CharacterClass::kMark;
  if (c >= kForeignBegin && c < kForeignEnd) return CharacterClass::kForeign;
  if (u_hasBinaryProperty(point, UCHAR_EXTENDED_PICTOGRAPHIC)) return CharacterClass::kForeign;
  if (u_isUWhiteSpace(point)) return CharacterClass::kSpace;
  const uint32_t kinds = U_MASK(u_charType(point));
  if ((kinds & U_GC_M_MASK) != 0) return CharacterClass::kMark;
  if ((kinds & (U_GC_L_MASK | U_GC_N_MASK)) != 0) return CharacterClass::kWord;
  return CharacterClass::kOther;
}

bool IsIdeograph(char32_t c) {
  return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3fffd);
}

int32_t GraphemeBreakAt(std::string_view text, size_t at) {
  const char32_t c = DecodeUtf8(text, at);
  return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

}  // namespace

const std::array<CharacterClass, kClassTableEnd>& ClassTable() {
  static const std::array<CharacterClass, kClassTableEnd> table = [] {
    std::array<CharacterClass, kClassTableEnd> made;
    for (char32_t c = 0; c < kClassTableEnd; ++c) made[c] = ClassOfTableEntry(c);
    return made;
  }();
  return table;
}

ClassedCharacter ClassifyAt(std::string_view text, size_t at) {
  const size_t begin = at;
  const char32_t c = DecodeUtf8(text, at);
  const auto size = static_cast<uint32_t>(at - begin);
  if (c == U'\ufffd' && size == 1) return {};
  if (c < kClassTableEnd) return {ClassTable()[c], size};
  return {IsIdeograph(c) ? CharacterClass::kIdeograph : CharacterClass::kForeign, size};
}

bool IsMarkAt(std::string_view text, size_t at) {
  if (at >= text.size() || static_cast<uint8_t>(text[at]) < 0x80) return false;
  const CharacterClass kind = ClassifyAt(text, at).kind;
  if (kind != CharacterClass::kForeign) return kind == CharacterClass::kMark;
  const int32_t rule = GraphemeBreakAt(text, at);
  return rule == U_GCB_EXTEND || rule == U_GCB_SPACING_MARK || rule == U_GCB_ZWJ;
}

bool IsPrefixAt(std::string_view text, size_t at) { return GraphemeBreakAt(text, at) == U_GCB_PREPEND; }

}  // namespace muragat
