#include "muragat/text/section_value.h"

#include <algorithm>

#include "muragat/text/section_words.h"

namespace muragat {
namespace {

// The Roman digit that `c` shows; Cyrillic І and Х stand in for I and X in real texts.
char RomanDigit(char32_t c) {
  if (c == U'І') return 'I';
  if (c == U'Х') return 'X';
  return c < 0x80 && std::string_view("IVXLC").find(static_cast<char>(c)) != std::string_view::npos
             ? static_cast<char>(c)
             : '\0';
}

// Whether `digits` is a Roman numeral as it is written (no IIII, no VX).
bool IsRoman(std::string_view digits) {
  const auto skip_decade = [&digits](char one, char five, char ten) {
    if (digits.size() > 1 && digits[0] == one && (digits[1] == five || digits[1] == ten)) {
      digits.remove_prefix(2);
      return;
    }
    if (!digits.empty() && digits[0] == five) digits.remove_prefix(1);
    for (int i = 0; i < 3 && !digits.empty() && digits[0] == one; ++i) digits.remove_prefix(1);
  };
  for (int i = 0; i < 3 && !digits.empty() && digits[0] == 'C'; ++i) digits.remove_prefix(1);
  skip_decade('X', 'L', 'C');
  skip_decade('I', 'V', 'X');
  return digits.empty();
}

// Moves over " bis", " A", " AB bis" behind a number. A capital counts only where no word follows it.
void SkipSuffixes(Cursor& cursor) {
  while (true) {
    Cursor probe = cursor;
    if (!probe.SkipBlank()) return;
    const std::string_view word = probe.SkipWhile(IsLetter);
    if (word.empty()) return;
    if (!IsLatinMultiplicative(word)) {
      const bool capitals = word.size() <= 2 && std::all_of(word.begin(), word.end(), [](char c) {
                              return IsAsciiUpper(static_cast<unsigned char>(c));
                            });
      Cursor behind = probe;
      behind.SkipBlank();
      const bool word_follows = behind.at() > probe.at() && IsLetter(behind.Peek()) &&
                                !IsLatinMultiplicative(Cursor(behind).SkipWhile(IsLetter));
      if (!capitals || word_follows) return;
    }
    SkipAttached(probe);
    cursor = probe;
  }
}

// Reads "50", "L234-10", "L. 234-10", "R*123-4", "17 bis", "9 A".
std::optional<std::string> ReadArabic(Cursor& cursor) {
  Cursor probe = cursor;
  std::string number(probe.SkipWhile([](char32_t c) { return c == '*'; }));
  const std::string_view prefix = probe.SkipWhile(IsAsciiUpper);
  if (prefix.size() > 3) return std::nullopt;
  number.append(prefix);
  if (!prefix.empty() && probe.SkipByte('.')) probe.SkipBlank();
  const size_t rest = probe.at();
  probe.SkipWhile([](char32_t c) { return c == '*'; });
  if (probe.SkipWhile(IsAsciiDigit).empty()) return std::nullopt;
  SkipAttached(probe);
  if (IsLetter(probe.Peek()) || IsDigit(probe.Peek())) return std::nullopt;
  SkipSuffixes(probe);
  number.append(probe.From(rest));
  cursor = probe;
  return number;
}

}  // namespace

bool SkipRoman(Cursor& cursor) {
  Cursor probe = cursor;
  std::string digits;
  for (char digit = RomanDigit(probe.Peek()); digit != '\0'; digit = RomanDigit(probe.Peek())) {
    if (digits.size() == 12) return false;
    digits.push_back(digit);
    probe.Skip();
  }
  if (digits.empty() || !IsRoman(digits)) return false;
  const size_t ending_begin = probe.at();
  const std::string_view ending = probe.SkipWhile(IsLetter);
  if (!ending.empty() && ending != "er" && ending != "re") probe.MoveTo(ending_begin);
  if (IsLetter(probe.Peek())) return false;
  cursor = probe;
  return true;
}

bool IsSetOff(Cursor cursor) {
  if (cursor.AtEnd()) return true;
  if (cursor.SkipBlank()) return cursor.AtEnd() || !IsLowerCase(cursor.Peek());
  const char32_t c = cursor.Peek();
  return !IsLetter(c) && !IsDigit(c) && c != '%' && c != '*';
}

void SkipAttached(Cursor& cursor) {
  while (!cursor.AtEnd()) {
    Cursor probe = cursor;
    const char32_t c = probe.Peek();
    if (IsLetter(c)) {
      const std::string_view letters = probe.SkipWhile(IsLetter);
      if (letters.size() > 3 && !IsLatinMultiplicative(letters)) return;
    } else if (c == U'º' || c == U'°' || c == U'ª') {
      probe.Skip();
    } else if (IsDash(c) || c == '.') {
      probe.Skip();
      if (IsAsciiDigit(probe.Peek())) {
        probe.SkipWhile(IsAsciiDigit);
      } else {
        const std::string_view letters = probe.SkipWhile(IsLetter);
        const bool letter = letters.size() == 1 && IsAsciiUpper(static_cast<unsigned char>(letters[0]));
        if (!letter && (c == '.' || !IsLatinMultiplicative(letters))) return;
      }
    } else if (c == '(') {
      probe.Skip();
      const std::string_view inner =
          probe.SkipWhile([](char32_t i) { return i < 0x80 && (IsLetter(i) || IsDigit(i)); });
      if (inner.empty() || inner.size() > 3 || !probe.SkipByte(')')) return;
    } else {
      return;
    }
    cursor = probe;
  }
}

std::optional<std::string> ReadValue(Cursor& cursor) {
  const size_t begin = cursor.at();
  if (std::optional<std::string> number = ReadArabic(cursor)) return number;
  if (SkipRoman(cursor)) {
    SkipAttached(cursor);
    SkipSuffixes(cursor);
    return std::string(cursor.From(begin));
  }
  Cursor probe = cursor;
  const std::string_view word = probe.SkipWhile(IsLetter);
  Cursor behind = probe;
  behind.SkipBlank();
  const bool alone = behind.AtEnd() || (!IsLetter(behind.Peek()) && !IsDigit(behind.Peek()));
  const bool letter = word.size() == 1 && IsAsciiUpper(static_cast<unsigned char>(word[0])) && alone;
  if (!letter && !(word.size() > 2 && IsSectionOrdinal(word))) return std::nullopt;
  cursor = probe;
  return std::string(word);
}

}  // namespace muragat
