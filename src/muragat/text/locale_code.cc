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

std::string ShortLanguage(std::string_view code) {
  if (code.size() > 3) return std::string(code);
  const std::string lower = LowerAscii(code);
  if (lower.size() < 2 || !std::ranges::all_of(lower, IsSmallLetter)) return "und";
  char language[ULOC_LANG_CAPACITY] = {};
  UErrorCode error = U_ZERO_ERROR;
  uloc_getLanguage(lower.c_str(), language, sizeof language, &error);
  return U_FAILURE(error) != 0 || language[0] == '\0' ? lower : std::string(language);
}

bool IsCountryCode(std::string_view code) {
  if (code.size() != 2 || !std::ranges::all_of(code, IsSmallLetter)) return false;
  const std::string locale = "und_" + std::string(code);
  return *uloc_getISO3Country(locale.c_str()) != '\0';
}

}  // namespace muragat
