#pragma once

#include <vector>

#include "muragat/diff/change.h"
#include "muragat/model/section_patch.h"

namespace muragat::support {

// The changes from one edition to another as they are shown: a section's new text is what its script makes of
// the old one, which must be there.
std::vector<SectionPatch> PatchesOf(const std::vector<LineageSection>& older,
                                    const std::vector<LineageSection>& newer, const DocumentChange& change);

}  // namespace muragat::support
