#include "muragat/diff/section_names.h"

#include <algorithm>
#include <map>

#include "muragat/text/character.h"
#include "muragat/text/quotation.h"
#include "muragat/text/section_number.h"
#include "muragat/text/title_cursor.h"
#include "muragat/text/utf8.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr std::string_view kSection = "Section ";
constexpr size_t kMaxDesignatorBytes = 60;
constexpr size_t kMaxTitleWords = 8;

// "Article 50" of "Article 50. Free speech", or an empty view.
std::string_view DesignatorOf(const Section& section) {
  if (section.number.empty()) return {};
  const std::string_view title = TrimBlank(section.title);
  const std::string_view rest = StripSectionNumber(title);
  std::string_view front = title;
  if (rest.size() < title.size()) {
    if (!title.ends_with(rest)) return {};
    front = title.substr(0, title.size() - rest.size());
  }
  size_t end = 0;
  for (Cursor cursor(front, 0); !cursor.AtEnd();) {
    const char32_t c = cursor.Peek();
    if (c != U' ' && (IsControl(c) || IsInvisibleFormat(c) || IsBlankCharacter(c))) return {};
    if (std::u32string_view(U"“”;\\\ufffd").find(c) != std::u32string_view::npos) return {};
    cursor.Skip();
    if (IsBlankCharacter(c) || IsDash(c)) continue;
    if (std::u32string_view(U".:,)、．：").find(c) == std::u32string_view::npos) end = cursor.at();
  }
  front = front.substr(0, end);
  return front.size() > kMaxDesignatorBytes || front.find(": ") != std::string_view::npos ? "" : front;
}

std::string ShortTitle(std::string_view title) {
  size_t words = 0, at = 0, end = title.size();
  for (const Token& token : CutWords(title)) {
    if (token.kind == TokenKind::kWord && ++words > kMaxTitleWords)
      return std::string(title.substr(0, end)) + "…";
    at += token.size_bytes;
    if (token.kind == TokenKind::kWord) end = at;
  }
  return std::string(title);
}

// The name without the lineage behind it.
std::string_view WithoutLineage(std::string_view name) {
  const size_t at = name.rfind(" (s");
  if (at == std::string_view::npos || !name.ends_with(')')) return name;
  const std::string_view digits = name.substr(at + 3, name.size() - at - 4);
  return !digits.empty() &&
                 std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })
             ? name.substr(0, at)
             : name;
}

}  // namespace

std::string NameSection(const Section& section, bool first) {
  const std::string_view designator = DesignatorOf(section);
  if (!designator.empty()) {
    return designator == section.number ? std::string(kSection).append(designator) : std::string(designator);
  }
  if (!section.title.empty()) return std::string(kSection).append(Quote(ShortTitle(section.title)));
  return first ? "the opening text" : "the untitled section";
}

std::vector<std::string> NameSections(const std::vector<LineageSection>& sections) {
  std::vector<std::string> names;
  std::map<std::string, size_t> counts;
  for (const LineageSection& one : sections) {
    names.push_back(NameSection(one.section, names.empty()));
    ++counts[names.back()];
  }
  for (size_t i = 0; i < names.size(); ++i)
    if (counts[names[i]] > 1) names[i] += " (s" + std::to_string(sections[i].lineage.value) + ")";
  return names;
}

std::optional<Replacement> RenumberHeading(std::string_view heading, std::string_view name,
                                           std::string_view new_name) {
  name = WithoutLineage(name);
  new_name = WithoutLineage(new_name);
  const AmendedSection section(heading, heading.size());
  for (int attempt = 0; attempt < 2; ++attempt) {
    const std::vector<size_t> places = section.Find(name, section.Heading());
    if (!places.empty())
      return Replacement{{places.front(), places.front() + name.size()}, std::string(new_name)};
    if (!name.starts_with(kSection) || !new_name.starts_with(kSection)) break;
    name.remove_prefix(kSection.size());
    new_name.remove_prefix(kSection.size());
  }
  return std::nullopt;
}

}  // namespace muragat
