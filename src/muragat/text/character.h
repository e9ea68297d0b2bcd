#pragma once

#include <string_view>

namespace muragat {

// Kinds of characters beyond ASCII, for the functions below.
namespace beyond_ascii {
bool IsLetter(char32_t c);
bool IsUpperCase(char32_t c);
bool IsLowerCase(char32_t c);
bool IsDigit(char32_t c);
bool IsBlank(char32_t c);
}  // namespace beyond_ascii

// Kinds of characters, for rules that are to hold in every script (Unicode 15).

// General category L.
inline bool IsLetter(char32_t c) {
  return c < 0x80 ? (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z' : beyond_ascii::IsLetter(c);
}

// Lu or Lt: never in a script without case.
inline bool IsUpperCase(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : beyond_ascii::IsUpperCase(c); }

// Ll.
inline bool IsLowerCase(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : beyond_ascii::IsLowerCase(c); }

// Nd.
inline bool IsDigit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : beyond_ascii::IsDigit(c); }

// White_Space, no-break and ideographic spaces among it, and the characters that show nothing and part
// nothing where they stand at an end: zero-width space and byte order mark.
inline bool IsBlankCharacter(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : beyond_ascii::IsBlank(c);
}

// Whether `c` takes two columns where Latin letters take one (East Asian wide or full width).
bool IsWide(char32_t c);

// `text` without the blank characters at its ends.
std::string_view TrimBlank(std::string_view text);

}  // namespace muragat
