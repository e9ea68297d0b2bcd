#pragma once

#include <cstddef>
#include <string>

#include "muragat/diff/change.h"

namespace muragat {

struct SideBySideOptions {
  bool color = false;           // terminal colours; without, deletions are [-so-] and insertions {+so+}
  size_t width_columns = 100;   // of both sides and what is between them; at least 24
  uint64_t context_words = 24;  // as InlineOptions
};

// A section's change as two columns of equal width, the old text on the left and the new one on the right,
// under a heading with the section's name and what happened. Lines are folded between words. Never a raw
// control character of the text. Ends with a line feed.
std::string RenderSideBySide(const SectionChange& change, const SideBySideOptions& options);

}  // namespace muragat
