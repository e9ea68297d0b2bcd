#include "import/title_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "import/date_line.h"
#include "import/teaser.h"
#include "muragat/text/character.h"
#include "muragat/text/fold.h"
#include "muragat/text/section_number.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxTitleBytes = 800;
constexpr size_t kMaxTitleColumns = 160;
constexpr size_t kMaxQuestionColumns = 120;
constexpr size_t kMaxNumberedSentenceColumns = 100;  // of a title with a full stop behind a designator
constexpr size_t kShortWordLetters = 3;              // a full stop behind so short a word may abbreviate it

using Text = std::u32string_view;

bool IsOneOf(char32_t c, Text set) { return set.find(c) != Text::npos; }

bool IsFullStop(char32_t c) { return IsOneOf(c, U".。．।۔։።"); }
bool IsQuestionMark(char32_t c) { return IsOneOf(c, U"?？؟"); }
bool IsTextEnd(char32_t c) { return IsFullStop(c) || IsOneOf(c, U"!！…⋯:：;；؛,，、،-–—‒―/／|>→("); }
bool IsCloser(char32_t c) { return IsOneOf(c, U"”\"»’'›“‘)]}」』》〉】）］"); }

// The characters that close a quotation opened by `c`; empty where it opens none.
Text QuoteClosers(char32_t c) {
  switch (c) {
    case U'“':
    case U'”':
      return U"”“";
    case U'„':
      return U"“”";
    case U'«':
      return U"»";
    case U'»':
      return U"«";
    case U'‘':
    case U'’':
    case U'‚':
      return U"’‘";
    case U'‹':
      return U"›";
    case U'"':
      return U"\"";
    case U'\'':
      return U"'";
    case U'「':
      return U"」";
    case U'『':
      return U"』";
    default:
      return {};
  }
}

std::u32string Decode(std::string_view line) {
  std::u32string text;
  text.reserve(line.size());
  for (size_t at = 0; at < line.size();) text.push_back(DecodeUtf8(line, at));
  return text;
}

size_t CountColumns(Text text) {
  size_t columns = 0;
  for (const char32_t c : text) columns += IsWide(c) ? 2U : 1U;
  return columns;
}

size_t SkipBlanks(Text text, size_t at) {
  while (at < text.size() && IsBlankCharacter(text[at])) ++at;
  return at;
}

// Whether a line that opens with a quotation mark goes on behind the quotation as a title does.
bool GoesOnBehindQuote(Text text, Text closers) {
  size_t close = 1;
  // An apostrophe closes nothing.
  while (close < text.size() &&
         (!IsOneOf(text[close], closers) || (close + 1 < text.size() && IsLetter(text[close + 1])))) {
    ++close;
  }
  if (close + 1 >= text.size() || close == 1) return false;
  const char32_t last = text[close - 1];
  if (IsTextEnd(last) || IsQuestionMark(last)) return false;
  const size_t behind = SkipBlanks(text, close + 1);
  return behind < text.size() && (IsLetter(text[behind]) || IsDigit(text[behind]));
}

bool OpensAsTitle(Text text) {
  const char32_t first = text.front();
  if (IsLowerCase(first)) return text.size() > 1 && IsUpperCase(text[1]);  // "eGov"
  if (IsLetter(first) || IsDigit(first) || IsOneOf(first, U"§№¿¡《〈【")) return true;
  if (IsOneOf(first, U"([（［")) return !IsOneOf(text.back(), U")]）］");
  const Text closers = QuoteClosers(first);
  return !closers.empty() && GoesOnBehindQuote(text, closers);
}

// "U.S.", "U.A.E.": single letters with full stops, at least two, at the end.
bool EndsInInitials(Text text) {
  size_t pairs = 0;
  while (text.size() >= 2 && text.back() == '.' && IsUpperCase(text[text.size() - 2])) {
    text.remove_suffix(2);
    ++pairs;
  }
  return pairs >= 2 && (text.empty() || IsBlankCharacter(text.back()));
}

// Whether one sentence ends and another begins within `text`.
bool HoldsTwoSentences(Text text) {
  size_t letters = 0;
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const char32_t c = text[i];
    if (IsLetter(c)) {
      ++letters;
      continue;
    }
    const size_t next = SkipBlanks(text, i + 1);
    const bool mark = IsOneOf(c, U".!?…");
    if (IsOneOf(c, U"。।") || (IsOneOf(c, U"！？؟") && next < text.size() && IsLetter(text[next])))
      return true;
    if (mark && next > i + 1 && next < text.size() && IsUpperCase(text[next]) &&
        (c != '.' || letters > kShortWordLetters)) {
      return true;
    }
    letters = 0;
  }
  return false;
}

bool EndsAsTitle(Text text) {
  while (!text.empty() && (IsCloser(text.back()) || IsBlankCharacter(text.back()))) text.remove_suffix(1);
  if (text.empty()) return false;
  if (IsQuestionMark(text.back())) {
    const char32_t before = text.size() > 1 ? text[text.size() - 2] : 0;
    return !IsQuestionMark(before) && !IsTextEnd(before) && CountColumns(text) <= kMaxQuestionColumns;
  }
  return !IsTextEnd(text.back()) || EndsInInitials(text);
}

bool HoldsLetters(Text text) {
  size_t letters = 0;
  for (const char32_t c : text) letters += IsLetter(c) ? (IsWide(c) ? 2U : 1U) : 0U;
  return letters >= 2;
}

bool IsAddress(std::string_view line) {
  if (line.find("://") != std::string_view::npos) return true;
  for (size_t at = line.find('@'); at != std::string_view::npos; at = line.find('@', at + 1)) {
    if (at > 0 && at + 1 < line.size() && line[at - 1] != ' ' && line[at + 1] != ' ') return true;
  }
  const std::string folded = FoldCase(line.substr(0, 4));
  return folded == "www.";
}

// "Home > Policy > Elections", "A | B | C": a row of cells or links.
bool IsTrail(std::string_view line) {
  if (line.find('\t') != std::string_view::npos || line.find('|') != std::string_view::npos) return true;
  for (const std::string_view mark : {" > ", " » ", " › ", " → "}) {
    if (line.find(mark) != std::string_view::npos) return true;
  }
  const size_t slash = line.find(" / ");
  return slash != std::string_view::npos && line.find(" / ", slash + 1) != std::string_view::npos;
}

// The mark of a cut ("… Read more", in whatever language), which no title holds.
bool HoldsEllipsis(std::string_view line) {
  return line.find("..") != std::string_view::npos || line.find("…") != std::string_view::npos ||
         line.find("⋯") != std::string_view::npos;
}

constexpr auto kLabels = std::to_array<std::string_view>({
    "author",  "autor",     "auteur", "by",     "contact",  "copyright", "credit",   "date",   "e-mail",
    "editor",  "email",     "fax",    "foto",   "keywords", "modified",  "photo",    "photos", "phone",
    "posted",  "published", "quelle", "source", "tags",     "tel",       "telefon",  "text",   "tél",
    "updated", "video",     "автор",  "дата",   "дереккөз", "источник",  "сурет",    "тел",    "телефон",
    "текст",   "факс",      "фото",   "作者",   "来源",     "編集",      "责任编辑", "电话",
});

// "Source: Akorda", "Фото: …".
bool IsLabelled(std::string_view line) {
  size_t colon = line.find(':');
  colon = std::min(colon, line.find("："));
  if (colon == std::string_view::npos || colon > 24) return false;
  std::string label = FoldTitle(line.substr(0, colon));
  if (label.ends_with('.')) label.pop_back();
  return std::ranges::find(kLabels, std::string_view(label)) != kLabels.end();
}

// "By Kassym-Jomart Tokayev", "Von Anna Müller": the word and two to four capitalised words.
bool IsByline(Text text) {
  size_t words = 0;
  for (const Text opening : {Text(U"By "), Text(U"Par "), Text(U"Von ")}) {
    if (!text.starts_with(opening)) continue;
    for (size_t at = opening.size(); at < text.size(); ++words) {
      if (!IsUpperCase(text[at])) return false;
      while (at < text.size() && !IsBlankCharacter(text[at])) {
        if (IsDigit(text[at])) return false;
        ++at;
      }
      at = SkipBlanks(text, at);
    }
  }
  return words >= 2 && words <= 4;
}

// Initials and one capitalised word, in either order: "К. Токаев", "Токаев К.К.". "A. Scope" to "J. Scope"
// are letterings rather than people.
bool IsSignature(Text text) {
  size_t initials = 0, words = 0;
  for (size_t at = 0; at < text.size(); at = SkipBlanks(text, at)) {
    if (!IsUpperCase(text[at])) return false;
    if (at + 1 < text.size() && text[at + 1] == '.') {
      ++initials;
      at += 2;
      if (at < text.size() && text[at] == '-') ++at;
      continue;
    }
    ++words;
    while (at < text.size() && (IsLetter(text[at]) || text[at] == '-' || text[at] == U'’')) ++at;
    if (at < text.size() && !IsBlankCharacter(text[at])) return false;
  }
  const bool lettering =
      initials == 1 && text[1] == '.' && Text(U"ABCDEFGHIJLVX").find(text[0]) != Text::npos;
  const bool latin_state = initials >= 2 && text[0] < 0x80 && text[1] == '.';  // "U.S. Relations"
  return words == 1 && initials >= 1 && initials <= 3 && !lettering && !latin_state;
}

// Whether a designator stands at the line's beginning with a word or sign that names it ("Article 5",
// "50-бап", "§ 5").
bool OpensWithNamedDesignator(std::string_view line) {
  const std::string number = ReadSectionNumber(line);
  if (number.empty()) return false;
  const std::string_view rest = StripSectionNumber(line);
  if (!line.ends_with(rest)) return false;
  const std::string_view designator = line.substr(0, line.size() - rest.size());
  if (designator.find("§") != std::string_view::npos) return true;
  const std::u32string all = Decode(designator), own = Decode(number);
  return std::ranges::count_if(all, IsLetter) > std::ranges::count_if(own, IsLetter);
}

bool IsNumberedTitle(std::string_view line) {
  if (!OpensWithNamedDesignator(line)) return false;
  const std::u32string rest = Decode(StripSectionNumber(line));
  if (rest.empty()) return true;
  Text title = rest;
  if (title.back() == '.') title.remove_suffix(1);
  return !title.empty() && CountColumns(title) <= kMaxNumberedSentenceColumns && EndsAsTitle(title) &&
         !HoldsTwoSentences(title) && (IsLetter(title.front()) || IsDigit(title.front())) &&
         !IsLowerCase(title.front());
}

}  // namespace

LineKind ReadLineKind(std::string_view line) {
  line = TrimBlank(line);
  if (line.empty() || line.size() > kMaxTitleBytes || IsTrail(line) || IsAddress(line))
    return LineKind::kText;
  const std::u32string decoded = Decode(line);
  const Text text = decoded;
  if (CountColumns(text) > kMaxTitleColumns || !HoldsLetters(text) || HoldsEllipsis(line))
    return LineKind::kText;
  if (IsSignature(text)) return LineKind::kSignature;
  if (IsNumberedTitle(line)) return LineKind::kTitle;
  const bool title = OpensAsTitle(text) && EndsAsTitle(text) && !HoldsTwoSentences(text) &&
                     !IsDateLine(line) && !IsLabelled(line) && !IsByline(text) && !IsMoreLink(line) &&
                     !EndsInMoreLink(line);
  return title ? LineKind::kTitle : LineKind::kText;
}

ListNumber ReadListNumber(std::string_view line) {
  line = TrimBlank(line.substr(0, kMaxTitleBytes));
  const bool bracket = line.starts_with('(');
  if (bracket) line.remove_prefix(1);
  const auto is_digit = [&line](size_t i) { return i < line.size() && line[i] >= '0' && line[i] <= '9'; };
  ListNumber number;
  size_t at = 0;
  while (is_digit(at)) {
    number.last = 0;
    for (; is_digit(at) && number.last < 100'000; ++at) {
      number.last = number.last * 10 + static_cast<uint32_t>(line[at] - '0');
    }
    ++number.shape;
    if (at >= line.size() || line[at] != '.' || !is_digit(at + 1)) break;
    ++at;
  }
  if (at == 0 && line.size() > 1 && line[1] == ')' && IsLetter(static_cast<unsigned char>(line[0]))) {
    number.last = static_cast<unsigned char>(line[0]);
    at = 1;
  }
  if (at == 0 || at >= line.size()) return {};
  if (line[at] == ')') {
    number.shape += bracket ? 300 : 200;
  } else if (line[at] == '.' && !bracket) {
    number.shape += 100;
  } else {
    return {};
  }
  return number;
}

bool EndsInColon(std::string_view block) {
  block = TrimBlank(block);
  return block.ends_with(':') || block.ends_with("：");
}

}  // namespace muragat::import
