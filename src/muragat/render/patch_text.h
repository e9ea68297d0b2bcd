#pragma once

#include <string>

#include "muragat/diff/change.h"

namespace muragat {

// Where a patch leads from and to; the names stand in its header.
struct PatchNames {
  std::string document;
  std::string from, to;  // dates
};

// A section's change as a unified diff of its lines with three lines of context, as patch and git apply read
// it, the paths being a/DOCUMENT#s7 and b/DOCUMENT#s7 (/dev/null where the section was not there). Empty
// where no line differs. The text's bytes stand as they are.
std::string RenderPatch(const SectionChange& change, const PatchNames& names);

}  // namespace muragat
