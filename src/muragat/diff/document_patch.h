#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/model/section_patch.h"

namespace muragat {

// Carries out a change of a document on `base`, byte for byte: the older text of each patch is taken out,
// what is left stays in its order, and the newer texts are put where they belong. A single patch may also be
// carried out on a text that is that section alone. With `reverse` from the newer text to the older one.
// Errors: kConflict: `base` does not hold what the patches change (the message says where).
Result<std::string> ApplyPatches(std::string_view base, std::vector<SectionPatch> patches, bool reverse);

}  // namespace muragat
