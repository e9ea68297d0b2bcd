#pragma once

#include <vector>

#include "muragat/diff/change.h"

namespace muragat {

// Finds in `document`, a change from `older` to `newer`, the sections that were split or merged (see
// FindParts), and says so: such a section has the event kSplit or kMerged in place of kAdded, kReturned or
// kRemoved; the one that it came from or went to has it besides its own events. All of them name each other
// in `from` and `to`, and are of the kind of the change from all their old bodies, put end to end, to all
// their new ones, at least kStructural. Sections of `seen_before` were not split off: they have returned.
void MarkParts(const std::vector<LineageSection>& older, const std::vector<LineageSection>& newer,
               DocumentChange& document);

}  // namespace muragat
