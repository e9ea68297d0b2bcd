#include "muragat/diff/capture_noise.h"

#include <algorithm>
#include <array>

#include "muragat/diff/typography.h"
#include "muragat/text/fold.h"
#include "muragat/text/utf8.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

// How such a line begins, folded.
constexpr std::array kCounters = {
    "views",    "page views",     "viewed",    "number of views", "hits",
    "visits",   "просмотров",     "просмотры", "просмотрено",     "количество просмотров",
    "көрілім",  "қаралым",        "қаралды",   "қаралым саны",    "көрулер",
    "vues",     "nombre de vues", "consulté",  "aufrufe",         "zugriffe",
    "浏览次数", "浏览量",         "阅读次数",  "阅读量",          "点击数",
    "访问量",   "点击次数"};
constexpr std::array kDates = {"last updated",
                               "last update",
                               "last modified",
                               "last reviewed",
                               "page last updated",
                               "updated on",
                               "updated",
                               "последнее обновление",
                               "обновлено",
                               "дата обновления",
                               "последнее изменение",
                               "дата последнего обновления",
                               "соңғы жаңарту",
                               "жаңартылды",
                               "жаңартылған күні",
                               "соңғы өзгеріс",
                               "dernière mise à jour",
                               "mis à jour le",
                               "dernière modification",
                               "zuletzt aktualisiert",
                               "zuletzt geändert",
                               "letzte änderung",
                               "letzte aktualisierung",
                               "aktualisiert am",
                               "最后更新",
                               "最后更新时间",
                               "更新时间",
                               "更新日期",
                               "最近更新"};
constexpr size_t kMaxCounterWords = 3;  // besides the label: "1,234 times"
constexpr size_t kMaxDateWords = 10;    // "Monday, 12 May 2020 at 10:30 GMT"; Chinese counts by character

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

template <size_t kCount>
size_t LabelBytes(const std::array<const char*, kCount>& labels, std::string_view line) {
  size_t longest = 0;
  for (const std::string_view label : labels) {
    if (!line.starts_with(label)) continue;
    const char behind = line.size() > label.size() ? line[label.size()] : '\0';
    const bool whole = !(behind >= 'a' && behind <= 'z');
    if (whole) longest = std::max(longest, label.size());
  }
  return longest;
}

// Counts words of what is left of a line; more than can be where it holds no digit.
size_t CountRest(std::string_view rest) {
  if (std::none_of(rest.begin(), rest.end(), IsDigit)) return SIZE_MAX;
  return CountWords(rest);
}

void AppendWithoutTags(std::string_view line, std::string& out) {
  for (size_t at = 0; at < line.size(); ++at) {
    const size_t mark = std::min(line.find_first_of("<`*_~[]", at), line.size());
    out.append(line, at, mark - at);
    at = mark;
    if (at == line.size()) break;
    const char c = line[at], next = at + 1 < line.size() ? line[at + 1] : '\0';
    if (c == '<' && (next == '/' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))) {
      const size_t end = line.find('>', at);
      if (end != std::string_view::npos) {
        at = end;
        continue;
      }
    }
    if (c == '`' || (c == next && (c == '*' || c == '_' || c == '~'))) {
      if (c != '`') ++at;
      continue;
    }
    // One asterisk or underscore at the edge of a word is emphasis; "2 * 3" and "a_b" are none.
    if (c == '*' || c == '_') {
      const char before = at > 0 ? line[at - 1] : ' ';
      const bool opens = before == ' ' && next != ' ' && next != '\0', closes = before != ' ' && next != c;
      const auto is_sign = [](char d) {
        return d == '\0' || std::string_view(" .,;:!?)").find(d) != std::string_view::npos;
      };
      if (opens || (closes && is_sign(next))) continue;
    }
    // "[text](target)": the text. "![text](target)", a picture, likewise.
    if (c == ']' && next == '(') {
      const size_t end = line.find(')', at);
      if (end != std::string_view::npos) {
        at = end;
        continue;
      }
    }
    if (c == '[' && line.find("](", at) != std::string_view::npos) continue;
    out += c;
  }
}

bool IsIdeographBefore(std::string_view text, size_t at) {
  return at >= 3 && static_cast<unsigned char>(text[at - 3]) >= 0xe3 &&
         static_cast<unsigned char>(text[at - 3]) <= 0xe9;
}
bool IsIdeographAt(std::string_view text, size_t at) {
  return at < text.size() && static_cast<unsigned char>(text[at]) >= 0xe3 &&
         static_cast<unsigned char>(text[at]) <= 0xe9;
}

std::string WithoutSpacesOfIdeographs(std::string text) {
  if (std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0xe3 && static_cast<unsigned char>(c) <= 0xe9;
      }))
    return text;
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ' ' && (IsIdeographBefore(text, at) || IsIdeographAt(text, at + 1))) continue;
    out += text[at];
  }
  return out;
}

}  // namespace

bool IsPageStamp(std::string_view line) {
  if (line.size() > 160) return false;
  const std::string folded = FoldTitle(line);
  std::string_view rest = folded;
  while (!rest.empty() && std::string_view("*_#>-( ").find(rest.front()) != std::string_view::npos)
    rest.remove_prefix(1);
  if (const size_t label = LabelBytes(kCounters, rest); label > 0)
    return CountRest(rest.substr(label)) <= kMaxCounterWords;
  if (const size_t label = LabelBytes(kDates, rest); label > 0)
    return CountRest(rest.substr(label)) <= kMaxDateWords;
  return false;
}

std::string WithoutCaptureNoise(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (IsPageStamp(line)) continue;
    AppendWithoutTags(line, kept);
    kept += '\n';
  }
  return WithoutSpacesOfIdeographs(PlainTypography(kept));
}

}  // namespace muragat
