#pragma once

#include "muragat/diff/keyed_match.h"

namespace muragat {

// Matches free sections of equal keys by their texts, wherever several on a side have the key: the pair of
// bodies with the most words in common first, as long as that is much of them. Groups of more than 256 pairs
// are left as they are. Cost: each body is cut once.
void MatchAlike(SectionPairs& pairs, const KeyOf& key_of);

}  // namespace muragat
