#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace muragat {

// A stretch of a text, and what stands beside it.
struct MarginNote {
  std::string note;  // one line; long ones are cut to the margin
  std::string text;
};

// A text with a margin to its left: every stretch begins a row of its own, with its note; its lines are
// folded between words to `width_columns` (at least 40), margin and all. Empty lines stay, one at a time.
// Control characters are shown as marks. Ends with a line feed; empty where there is nothing.
std::string RenderWithMargin(const std::vector<MarginNote>& stretches, size_t width_columns);

}  // namespace muragat
