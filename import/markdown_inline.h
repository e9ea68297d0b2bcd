#pragma once

#include <string>
#include <string_view>

namespace muragat::import {

// Inline Markdown as a person reads it, in one line: emphasis, code and strike-through marks, link targets
// and HTML tags left out, links and images as their text, backslash escapes and the common HTML entities
// resolved, white space as single spaces. A single "*" within a word stays ("Article R*123-4"), as does every
// mark without its partner. Beyond 4,096 bytes only white space is changed.
std::string PlainInline(std::string_view markdown);

}  // namespace muragat::import
