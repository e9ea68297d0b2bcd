#pragma once

#include "muragat/diff/section_pairs.h"

namespace muragat {

// Matches sections that have no title, number or text in common with any other, by what is around and in
// them: parents of matched children, then sections alone between the same neighbours, then bodies that share
// most of their words (steps 8 to 10 of MatchSections).
void MatchLoosely(SectionPairs& pairs);

}  // namespace muragat
