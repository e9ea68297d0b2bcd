#include "muragat/text/numbered_name.h"

#include <algorithm>
#include <array>

namespace muragat {
namespace {

constexpr std::array<std::string_view, 12> kWords = {"Article",   "Chapter",    "Clause", "Part",
                                                     "Paragraph", "Regulation", "Rule",   "Section",
                                                     "Schedule",  "Title",      "Item",   "Point"};
constexpr std::string_view kDigits = "0123456789";
constexpr size_t kMaxDigits = 8;

}  // namespace

std::optional<NumberedName> ReadNumberedName(std::string_view name) {
  const size_t begin = name.find_first_of(kDigits);
  if (begin == std::string_view::npos || name[begin] == '0') return std::nullopt;
  const size_t end = std::min(name.find_first_not_of(kDigits, begin), name.size());
  if (end - begin > kMaxDigits || name.find_first_of(kDigits, end) != std::string_view::npos)
    return std::nullopt;
  if (name.find("“") != std::string_view::npos) return std::nullopt;
  NumberedName read{std::string(name.substr(0, begin)), 0, std::string(name.substr(end))};
  for (const char digit : name.substr(begin, end - begin))
    read.number = read.number * 10 + static_cast<uint32_t>(digit - '0');
  return read;
}

std::string PluralOf(const NumberedName& name) {
  if (!name.behind.empty() || !name.before.ends_with(' ')) return {};
  const std::string_view word = std::string_view(name.before).substr(0, name.before.size() - 1);
  if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) return {};
  return std::string(word) + "s";
}

std::string SingularOf(std::string_view plural) {
  if (!plural.ends_with('s')) return {};
  plural.remove_suffix(1);
  if (std::find(kWords.begin(), kWords.end(), plural) == kWords.end()) return {};
  return std::string(plural) + " ";
}

}  // namespace muragat
