#include "muragat/text/display_width.h"

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

bool IsCombining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036f) || (c >= 0x0483 && c <= 0x0489) || (c >= 0x0591 && c <= 0x05bd) ||
         (c >= 0x064b && c <= 0x065f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x20d0 && c <= 0x20ff) ||
         (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xfe20 && c <= 0xfe2f);
}

}  // namespace

size_t DisplayWidth(char32_t character) {
  return IsCombining(character) ? size_t{0} : IsWide(character) ? size_t{2} : size_t{1};
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) width += DisplayWidth(DecodeUtf8(text, at));
  return width;
}

}  // namespace muragat
