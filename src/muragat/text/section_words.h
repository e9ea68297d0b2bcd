#pragma once

#include <string_view>

namespace muragat {

// The words that name a kind of section in headings of laws and policies, in the languages of the archive.

// Whether `word` (letters only, any case) stands before a section's designator ("Article", "Статья",
// "Artikel"). With `with_dot`, abbreviations count too ("Art.", "ст.").
bool NamesSectionBefore(std::string_view word, bool with_dot);

// Whether `word` stands behind it, after a hyphen or a space ("50-бап", "3-тарау").
bool NamesSectionBehind(std::string_view word);

// Whether `word` stands behind an ordinal's full stop ("1. Abschnitt").
bool NamesSectionBehindDot(std::string_view word);

// Whether `word` numbers a section by itself: "premier", "unique", "One", "первая".
bool IsSectionOrdinal(std::string_view word);

// Whether `word` extends a number: "bis", "ter", "quater" …
bool IsLatinMultiplicative(std::string_view word);

// Whether `word` is a month's name where a day with a full stop stands before it ("8. Juni").
bool IsMonthBehindDot(std::string_view word);

}  // namespace muragat
