#include "muragat/diff/typography.h"

#include <algorithm>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kMaxMarkBytes = 64;
constexpr std::string_view kEllipsis = "…";

bool IsLeftOut(char32_t c) { return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff; }

// The plain characters for a typographic one, or an empty view.
std::string_view PlainOf(char32_t c) {
  if ((c >= 0x2018 && c <= 0x201b) || c == 0x2039 || c == 0x203a || c == 0x02bc) return "'";
  if ((c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb) return "\"";
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return "-";
  if (c == 0x2026) return "...";
  return {};
}

bool IsPlainByte(char c) { return c > ' '; }  // ASCII that is no space; of others char is negative

// The end of what begins at `at` and stays as it is: words of ASCII with one space between two.
size_t EndOfPlainWords(std::string_view text, size_t at) {
  const size_t begin = at;
  while (at < text.size() && (IsPlainByte(text[at]) || (text[at] == ' ' && at > begin &&
                                                        at + 1 < text.size() && IsPlainByte(text[at + 1]))))
    ++at;
  return at;
}

}  // namespace

std::string PlainTypography(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    if (const size_t plain_end = EndOfPlainWords(text, at); plain_end > at) {
      if (space && !plain.empty()) plain.push_back(' ');
      space = false;
      plain.append(text, at, plain_end - at);
      at = plain_end;
      continue;
    }
    const size_t begin = at;
    const char32_t c = DecodeUtf8(text, at);
    if (c < 0x80 ? (c == ' ' || (c >= 9 && c <= 13)) : (!IsLeftOut(c) && IsBlankCharacter(c))) {
      space = true;
      continue;
    }
    if (IsLeftOut(c)) continue;
    if (space && !plain.empty()) plain.push_back(' ');
    space = false;
    const std::string_view mapped = c < 0x80 ? std::string_view() : PlainOf(c);
    plain.append(mapped.empty() ? text.substr(begin, at - begin) : mapped);
  }
  return plain;
}

std::string_view TextBeforeCut(std::string_view body) {
  const size_t dots = body.rfind("..."), sign = body.rfind(kEllipsis);
  size_t cut = std::string_view::npos;
  if (dots != std::string_view::npos) cut = dots;
  if (sign != std::string_view::npos && (cut == std::string_view::npos || sign > cut)) cut = sign;
  const std::string_view trimmed = TrimBlank(body);
  const size_t end = trimmed.empty() ? 0 : static_cast<size_t>(trimmed.data() - body.data()) + trimmed.size();
  if (cut == std::string_view::npos || end - std::min(end, cut) > kMaxMarkBytes) return {};
  while (cut > 0 && body[cut - 1] == '.') --cut;
  return body.substr(0, cut);
}

}  // namespace muragat
