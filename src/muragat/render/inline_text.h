#pragma once

#include <cstdint>
#include <string>

#include "muragat/diff/change.h"

namespace muragat {

struct InlineOptions {
  bool color = false;           // terminal colours; without, deletions are [-so-] and insertions {+so+}
  uint64_t context_words = 24;  // longer unchanged stretches are cut to this many words on each side and "…"
};

// A section's change as lines for a terminal: a heading with the section's name and what happened, then the
// text with the changes marked. Never a raw control character of the text. Ends with a line feed.
std::string RenderInlineChange(const SectionChange& change, const InlineOptions& options);

// The heading alone: "s2 Majilis: changed, +9 −14 words".
std::string RenderChangeHeading(const SectionChange& change);

}  // namespace muragat
