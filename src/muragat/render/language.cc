#include "muragat/render/language.h"

#include <algorithm>
#include <array>

#include "muragat/text/ascii.h"

namespace muragat {
namespace {

constexpr std::array<std::string_view, 17> kRightToLeft = {"ar", "arc", "arz", "ckb", "dv",  "fa",
                                                           "he", "iw",  "ji",  "ks",  "nqo", "pnb",
                                                           "ps", "sd",  "syr", "ug",  "ur"};
constexpr std::array<std::string_view, 5> kRightToLeftScripts = {"arab", "hebr", "nkoo", "syrc", "thaa"};

template <typename List>
bool Holds(const List& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

}  // namespace

bool IsLanguageTag(std::string_view tag) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return tag.size() >= 2 && tag.size() <= 35 && tag != "und" && std::all_of(tag.begin(), tag.end(), allowed);
}

std::string_view TextDirection(std::string_view language) {
  if (!IsLanguageTag(language)) return "auto";
  const std::string tag = LowerAscii(language);
  const size_t primary_end = std::min(tag.find('-'), tag.size());
  const std::string primary = tag.substr(0, primary_end);
  if (primary_end < tag.size()) {
    const std::string second = tag.substr(primary_end + 1, tag.find('-', primary_end + 1) - primary_end - 1);
    if (second.size() == 4) return Holds(kRightToLeftScripts, second) ? "rtl" : "ltr";
  }
  return Holds(kRightToLeft, primary) ? "rtl" : "ltr";
}

void SetLanguage(TemplateValue& value, std::string_view language) {
  if (IsLanguageTag(language)) value.Set("lang", std::string(language));
  if (const std::string_view direction = TextDirection(language); direction != "ltr") {
    value.Set("dir", std::string(direction));
  }
}

}  // namespace muragat
