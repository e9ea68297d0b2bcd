#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "muragat/model/section_view.h"

namespace muragat {

// A section that has no counterpart in the other edition, and a section there that holds most of its text.
// Both are indexes into the lists that were compared.
struct SectionPart {
  size_t whole = 0;
  size_t part = 0;
  double share = 0;  // of the part's wording that the whole has given up (or taken in), 0.5 … 1
};

struct SectionParts {
  std::vector<SectionPart> splits;  // whole: of the older list; part: of the newer one, in its order
  std::vector<SectionPart> merges;  // whole: of the newer list; part: of the older one, in its order
};

// Which sections of `newer` were split off from one of `older`, and which of `older` were merged into one of
// `newer`, given `older_of`, what MatchSections says: sections that it leaves without a counterpart are
// looked for in what others have lost or gained. At least half of a part's runs of three words, and four of
// them, must be found in one whole; words are compared without case, bodies alone count. No whole is both
// matched to a section and that section's part. Cost: linear in the texts of free sections and of matched
// ones whose bodies differ; nothing where no section is free.
SectionParts FindParts(std::span<const SectionView> older, std::span<const SectionView> newer,
                       std::span<const std::optional<size_t>> older_of);

}  // namespace muragat
