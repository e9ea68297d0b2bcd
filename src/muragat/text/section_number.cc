#include "muragat/text/section_number.h"

#include <algorithm>
#include <optional>

#include "muragat/text/section_value.h"
#include "muragat/text/section_words.h"
#include "muragat/text/title_cursor.h"

// A designator is read by these rules, the first that fits:
//   named   word ["."] value        "Article 50", "ст. 50", "§ 50", "Chapter IV", "Article premier"
//   behind  value ("-" | " ") word  "50-бап", "IV тарау", "1. Abschnitt", "5. §"
//   counted 第 numeral unit          "第五十条"
//   plain   value mark              "1.", "1.2.3", "50)", "(a)", "IV.", "一、"
//   closing title ("(" | "," | dash) named|behind, at the title's end
// What follows must set it off: an end, a mark, or a blank and no lower-case word ("Article 32 of the …" has
// none).

namespace muragat {
namespace {

constexpr size_t kMaxPlainDigits = 3;  // four are a year

struct Designator {
  std::string number;
  size_t begin = 0;  // of the designator with its words, in bytes within the title
  size_t end = 0;    // behind it
};

std::optional<Designator> ReadNamed(std::string_view title, size_t begin) {
  Cursor cursor(title, begin);
  if (cursor.Peek() == U'§') {
    cursor.SkipWhile([](char32_t c) { return c == U'§'; });
  } else {
    const std::string_view word = cursor.SkipWord();
    if (word.empty()) return std::nullopt;
    const bool dot = cursor.SkipByte('.');
    if (!NamesSectionBefore(word, dot)) return std::nullopt;
    if (!cursor.SkipBlank() && !dot) return std::nullopt;
  }
  cursor.SkipBlank();
  std::optional<std::string> number = ReadValue(cursor);
  if (!number || !IsSetOff(cursor)) return std::nullopt;
  return Designator{*std::move(number), begin, cursor.at()};
}

std::optional<Designator> ReadBehind(std::string_view title, size_t begin) {
  Cursor cursor(title, begin);
  if (!SkipRoman(cursor)) {
    if (cursor.SkipWhile(IsAsciiDigit).empty()) return std::nullopt;
    while (IsDash(cursor.Peek()) || cursor.PeekByte() == '.') {
      Cursor probe = cursor;
      probe.Skip();
      if (probe.SkipWhile(IsAsciiDigit).empty()) break;
      cursor = probe;
    }
  }
  const std::string_view number = cursor.From(begin);
  const bool dot = cursor.SkipByte('.');
  const bool blank = cursor.SkipBlank();
  if (blank && cursor.Peek() == U'§') {
    cursor.Skip();
  } else {
    if (!blank && IsDash(cursor.Peek())) cursor.Skip();
    const std::string_view word = cursor.SkipWhile(IsLetter);
    if (word.empty() || !(dot ? blank && NamesSectionBehindDot(word) : NamesSectionBehind(word)))
      return std::nullopt;
  }
  if (!IsSetOff(cursor)) return std::nullopt;
  return Designator{std::string(number), begin, cursor.at()};
}

bool IsHanNumeral(char32_t c) {
  return c >= 0x3007 &&
         std::u32string_view(U"〇零一二三四五六七八九十百千两兩").find(c) != std::u32string_view::npos;
}

std::optional<Designator> ReadCounted(std::string_view title) {
  Cursor cursor(title, 0);
  if (cursor.Peek() != U'第' && cursor.Peek() != U'제') return std::nullopt;
  cursor.Skip();
  cursor.SkipBlank();
  const auto counts = [](char32_t c) { return IsHanNumeral(c) || IsDigit(c); };
  std::string number(cursor.SkipWhile(counts));
  cursor.SkipBlank();
  constexpr std::u32string_view kUnits = U"条條章节節款项項编編篇部分卷조장절항편관";
  if (number.empty() || kUnits.find(cursor.Peek()) == std::u32string_view::npos) return std::nullopt;
  cursor.Skip();
  Cursor probe = cursor;
  const size_t addition = probe.at();
  const char32_t joint = probe.Peek();
  probe.Skip();
  if ((joint == U'之' || joint == U'の' || joint == U'의') && !probe.SkipWhile(counts).empty()) {
    number.append(probe.From(addition));
    cursor = probe;
  }
  return Designator{std::move(number), 0, cursor.at()};
}

// Behind the mark of a plain number: an end, or a blank, or a capital or a character without case right
// there.
bool GoesOn(Cursor cursor) {
  return cursor.AtEnd() || cursor.SkipBlank() || (!IsLowerCase(cursor.Peek()) && !IsDigit(cursor.Peek()));
}

std::optional<Designator> ReadPlainDigits(std::string_view title) {
  Cursor cursor(title, 0);
  size_t parts = 0;
  size_t end = 0;
  while (true) {
    const size_t digits = cursor.SkipWhile(IsAsciiDigit).size();
    if (digits == 0) break;
    if (digits > kMaxPlainDigits) return std::nullopt;
    ++parts;
    Cursor letter = cursor;
    if (letter.SkipWhile(IsAsciiUpper).size() == 1 && !IsLetter(letter.Peek())) cursor = letter;  // "1A."
    end = cursor.at();
    if (cursor.PeekByte() != '.' && (cursor.PeekByte() != '-' || parts > 1)) break;
    cursor.Skip();
  }
  if (parts == 0) return std::nullopt;
  cursor.MoveTo(end);
  const std::string number(cursor.From(0));
  const bool hyphen = number.find('-') != std::string::npos;
  if (cursor.AtEnd() && !hyphen) return Designator{number, 0, end};
  const char32_t mark = cursor.Peek();
  if (mark == '.' || mark == ')' || mark == U'、' || mark == U'．' || mark == U'）') {
    cursor.Skip();
    const size_t behind = cursor.at();
    if (!GoesOn(cursor)) return std::nullopt;
    cursor.SkipBlank();
    if (mark == '.' && parts == 1 && IsMonthBehindDot(cursor.SkipWhile(IsLetter))) return std::nullopt;
    return Designator{number, 0, behind};
  }
  if (!cursor.SkipBlank() || hyphen) return std::nullopt;
  const char32_t next = cursor.Peek();
  if (parts > 1 && IsLetter(next) && !IsLowerCase(next)) return Designator{number, 0, end};
  if (!IsDash(next)) return std::nullopt;
  cursor.Skip();
  if (!cursor.SkipBlank() || !IsLetter(cursor.Peek()) || IsLowerCase(cursor.Peek())) return std::nullopt;
  return Designator{number, 0, end};
}

// "(a)", "(12)", "(iv)", "（一）".
std::optional<Designator> ReadParenthesised(std::string_view title) {
  Cursor cursor(title, 0);
  const bool wide = cursor.Peek() == U'（';
  cursor.Skip();
  const std::string_view inner =
      cursor.SkipWhile([](char32_t c) { return IsLetter(c) || IsDigit(c) || c == U'〇'; });
  const bool closed = wide ? cursor.Peek() == U'）' : cursor.PeekByte() == ')';
  if (inner.empty() || !closed) return std::nullopt;
  cursor.Skip();
  const bool digits = inner.size() <= kMaxPlainDigits && std::ranges::all_of(inner, IsAsciiDigit);
  const bool letter = inner.size() == 1;
  const bool roman = inner.size() <= 6 && (inner.find_first_not_of("ivx") == std::string_view::npos ||
                                           inner.find_first_not_of("IVX") == std::string_view::npos);
  Cursor numerals(inner, 0);
  numerals.SkipWhile(IsHanNumeral);
  if (!digits && !letter && !roman && !numerals.AtEnd()) return std::nullopt;
  return Designator{std::string(inner), 0, cursor.at()};
}

// "IV. Rights", "A. Scope", "A.1 Scope", "a) Scope", "IV".
std::optional<Designator> ReadPlainLetters(std::string_view title) {
  Cursor cursor(title, 0);
  if (SkipRoman(cursor)) {
    const std::string number(cursor.From(0));
    if (cursor.AtEnd()) return Designator{number, 0, cursor.at()};
    const size_t behind = cursor.at() + 1;
    if ((cursor.SkipByte('.') || cursor.SkipByte(')')) && (cursor.AtEnd() || cursor.SkipBlank())) {
      return Designator{number, 0, behind};
    }
    cursor.MoveTo(0);
  }
  const std::string_view letters = cursor.SkipWhile(IsLetter);
  if (letters.size() != 1) return std::nullopt;
  if (cursor.SkipByte(')')) {
    return GoesOn(cursor) ? std::optional(Designator{std::string(letters), 0, cursor.at()}) : std::nullopt;
  }
  if (!IsAsciiUpper(static_cast<unsigned char>(letters[0])) || !cursor.SkipByte('.')) return std::nullopt;
  if (IsAsciiDigit(cursor.Peek())) {
    cursor.MoveTo(1);
    SkipAttached(cursor);
    if (!IsSetOff(cursor)) return std::nullopt;
    return Designator{std::string(cursor.From(0)), 0, cursor.at()};
  }
  const size_t behind = cursor.at();
  if (!cursor.SkipBlank()) return std::nullopt;
  // Initials are no lettering: "J. K. Rowling".
  if (cursor.SkipWhile(IsLetter).size() < 2 && cursor.PeekByte() == '.') return std::nullopt;
  return Designator{std::string(letters), 0, behind};
}

std::optional<Designator> ReadPlain(std::string_view title) {
  const Cursor cursor(title, 0);
  const char32_t first = cursor.Peek();
  if (IsAsciiDigit(first)) return ReadPlainDigits(title);
  if (first == '(' || first == U'（') return ReadParenthesised(title);
  if (IsHanNumeral(first)) {
    Cursor numerals = cursor;
    const std::string number(numerals.SkipWhile(IsHanNumeral));
    if (numerals.Peek() != U'、' && numerals.Peek() != U'．') return std::nullopt;
    numerals.Skip();
    return Designator{number, 0, numerals.at()};
  }
  return ReadPlainLetters(title);
}

// How many bytes the dash between two blanks has that begins at `at` (" – "), with them; 0 where none does.
size_t SpacedDashSize(std::string_view text, size_t at) {
  if (text[at] != ' ') return 0;
  for (const std::string_view dash : {" - ", " – ", " — "}) {
    if (text.substr(at, dash.size()) == dash) return dash.size();
  }
  return 0;
}

std::optional<Designator> ReadClosing(std::string_view title) {
  std::string_view text = title;
  const bool bracket = text.ends_with(')');
  if (bracket) text.remove_suffix(1);
  // The last bracket, or the last comma or dash.
  size_t mark = bracket ? text.rfind('(') : text.rfind(',');
  size_t begin = mark == std::string_view::npos ? 0 : mark + 1;
  for (size_t at = text.size(); !bracket && at > begin; --at) {
    const size_t dash_size = SpacedDashSize(text, at - 1);
    if (dash_size == 0) continue;
    mark = at - 1;
    begin = mark + dash_size;
    break;
  }
  if (mark == std::string_view::npos || mark == 0) return std::nullopt;
  Cursor cursor(text, begin);
  cursor.SkipBlank();
  std::optional<Designator> found = ReadNamed(text, cursor.at());
  if (!found) found = ReadBehind(text, cursor.at());
  if (!found || found->end != text.size()) return std::nullopt;
  return Designator{std::move(found->number), mark, title.size()};
}

// What ReadNamed reads of a title that is nothing but an ASCII word, one space, capitals or none, and digits
// parted by hyphens ("Article L234-10"), as most in codes of law are; else an empty view.
std::string_view ReadBareNamed(std::string_view title) {
  const auto skip = [&title](size_t at, auto predicate) {
    while (at < title.size() && predicate(static_cast<unsigned char>(title[at]))) ++at;
    return at;
  };
  const size_t word_end = skip(0, [](unsigned char c) { return c < 0x80 && IsLetter(c); });
  if (word_end == 0 || word_end >= title.size() || title[word_end] != ' ') return {};
  const size_t begin = word_end + 1;
  size_t at = skip(begin, IsAsciiUpper);
  if (at - begin > 3) return {};
  while (true) {
    const size_t digits = at;
    at = skip(digits, IsAsciiDigit);
    if (at == digits) return {};
    if (at == title.size()) break;
    if (title[at++] != '-') return {};
  }
  return NamesSectionBefore(title.substr(0, word_end), false) ? title.substr(begin) : std::string_view();
}

std::optional<Designator> FindDesignator(std::string_view title) {
  if (title.empty()) return std::nullopt;
  if (std::optional<Designator> found = ReadNamed(title, 0)) return found;
  if (std::optional<Designator> found = ReadBehind(title, 0)) return found;
  if (std::optional<Designator> found = ReadCounted(title)) return found;
  if (std::optional<Designator> found = ReadPlain(title)) return found;
  return ReadClosing(title);
}

}  // namespace

std::string ReadSectionNumber(std::string_view title) {
  title = TrimBlank(title);
  if (const std::string_view number = ReadBareNamed(title); !number.empty()) return std::string(number);
  std::optional<Designator> found = FindDesignator(title);
  return found ? std::move(found->number) : std::string();
}

std::string_view StripSectionNumber(std::string_view title) {
  title = TrimBlank(title);
  const std::optional<Designator> found = FindDesignator(title);
  if (!found) return title;
  if (found->begin > 0) return TrimBlank(title.substr(0, found->begin));
  Cursor cursor(title, found->end);
  cursor.SkipWhile([](char32_t c) {
    return IsBlankCharacter(c) || IsDash(c) ||
           std::u32string_view(U".:;,)、．：").find(c) != std::u32string_view::npos;
  });
  return title.substr(cursor.at());
}

}  // namespace muragat
