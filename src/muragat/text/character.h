#pragma once

#include <string_view>

namespace muragat {

// Kinds of characters, for rules that are to hold in every script (Unicode 15).

bool IsLetter(char32_t c);     // general category L
bool IsUpperCase(char32_t c);  // Lu or Lt: never in a script without case
bool IsLowerCase(char32_t c);  // Ll
bool IsDigit(char32_t c);      // Nd

// White_Space, no-break and ideographic spaces among it, and the characters that show nothing and part
// nothing where they stand at an end: zero-width space and byte order mark.
bool IsBlankCharacter(char32_t c);

// Whether `c` takes two columns where Latin letters take one (East Asian wide or full width).
bool IsWide(char32_t c);

// `text` without the blank characters at its ends.
std::string_view TrimBlank(std::string_view text);

}  // namespace muragat
