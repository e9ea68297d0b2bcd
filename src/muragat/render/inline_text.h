#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "muragat/diff/change.h"
#include "muragat/render/page.h"

namespace muragat {

struct InlineOptions {
  bool color = false;           // terminal colours; without, see MarksOf
  uint64_t context_words = 24;  // longer unchanged stretches are cut to this many words on each side and "…"
};

// What stands before and behind a piece: terminal colours, or for deletions [-so-], for insertions {+so+},
// and for a passage that moved within the section [↓so↓] where it stood and {↑so↑} where it stands: each
// arrow points to the other place. Nothing for what was kept.
struct PieceMarks {
  std::string_view begin, end;
};
PieceMarks MarksOf(const MarkedPiece& piece, bool color);

// A section's change as lines for a terminal: a heading with the section's name and what happened, then the
// text with the changes marked. Never a raw control character of the text. Ends with a line feed.
std::string RenderInlineChange(const SectionChange& change, const InlineOptions& options);

// The heading alone: "s2 Majilis: changed, +9 −14 words".
std::string RenderChangeHeading(const SectionChange& change);

}  // namespace muragat
