#pragma once

#include <string>
#include <string_view>

#include "muragat/text/ascii.h"

namespace muragat::import {

// Letters as the syntax of HTML sees them: ASCII alone.

constexpr bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// White space between tags, attributes and words.
constexpr bool IsHtmlBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

// What stands in the names of tags and attributes, as nearly all are written.
constexpr bool IsNameByte(char c) {
  return IsAsciiLetter(c) || IsAsciiDigit(c) || c == '-' || c == '_' || c == ':';
}

// Whether `text` is `lower`, whatever the case of its ASCII letters.
constexpr bool EqualsLower(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (LowerAscii(text[i]) != lower[i]) return false;
  }
  return true;
}

// Calls `visit` with each word of a list parted by white space, such as a class attribute.
template <typename Visit>
void VisitWords(std::string_view text, const Visit& visit) {
  for (size_t at = 0; at < text.size();) {
    while (at < text.size() && IsHtmlBlank(text[at])) ++at;
    const size_t begin = at;
    while (at < text.size() && !IsHtmlBlank(text[at])) ++at;
    if (at > begin) visit(text.substr(begin, at - begin));
  }
}

}  // namespace muragat::import
