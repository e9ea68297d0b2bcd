#pragma once

#include <string_view>
#include <vector>

#include "muragat/diff/text_change.h"

namespace muragat {

// Finds paragraphs (lines of at least five words) that stand elsewhere in the new text, word for word: lines
// that a diff takes away in one place and brings in another. Where the diff kept up to two thirds of such a
// line's bytes, for words that happened to be in another one's place, `changes` are widened to the whole
// line. In rising order of the older text; neighbours that moved together are one. The ranges of each lie
// within one of `changes`, deleted there, and within another one, inserted there. Cost: linear in the lines
// that `changes` touch; nothing where they do not both take away and bring lines.
std::vector<MovedText> FindMovedText(std::string_view older, std::string_view newer, TextChanges& changes);

}  // namespace muragat
