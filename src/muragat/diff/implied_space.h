#pragma once

#include <string>
#include <string_view>

#include "muragat/diff/amended_section.h"

namespace muragat {

// Spaces that nobody quotes: what is inserted between words stands apart from them, and where words go, no
// two spaces are left.

// The text that comes in at `at` of `older`, with the space before it (`behind_words`) or behind it.
std::string WithImpliedSpace(std::string_view older, size_t at, const std::string& text, bool behind_words);

// What goes where the words at `place` of `older` are omitted: with the space before them, or behind them at
// the beginning of a line.
ByteRange WithImpliedSpace(std::string_view older, ByteRange place);

}  // namespace muragat
