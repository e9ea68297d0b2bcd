#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muragat {

// A place where two texts change the same words of their common base in two ways.
struct MergeConflict {
  std::string base, ours, theirs;  // what stood there, and what each makes of it; a few words around it
};

struct MergedText {
  std::string text;                      // where there are conflicts: theirs
  std::vector<MergeConflict> conflicts;  // in the order of the text
};

// The text with what both `ours` and `theirs` changed in `base`, word by word. Changes that touch the same
// words, or stand side by side where either replaces, are a conflict, unless both are the same.
// Cost: two diffs.
MergedText MergeTexts(std::string_view base, std::string_view ours, std::string_view theirs);

}  // namespace muragat
