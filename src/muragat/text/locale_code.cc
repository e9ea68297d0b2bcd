#include "muragat/text/locale_code.h"

#include <algorithm>

#include <unicode/uloc.h>

#include "muragat/text/ascii.h"

namespace muragat {
namespace {

bool IsSmallLetter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string ThreeLetterLanguage(std::string_view tag) {
  const std::string primary = LowerAscii(tag.substr(0, tag.find_first_of("-_")));
  const bool is_code =
      (primary.size() == 2 || primary.size() == 3) && std::ranges::all_of(primary, IsSmallLetter);
  if (!is_code) return "und";
  const std::string known = uloc_getISO3Language(primary.c_str());
  if (!known.empty()) return known;
  return primary.size() == 3 ? primary : "und";
}

bool IsCountryCode(std::string_view code) {
  if (code.size() != 2 || !std::ranges::all_of(code, IsSmallLetter)) return false;
  const std::string locale = "und_" + std::string(code);
  return *uloc_getISO3Country(locale.c_str()) != '\0';
}

}  // namespace muragat
