#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "muragat/model/edition.h"

namespace muragat {

// The sections of a document under lineages from `first` on.
std::vector<LineageSection> NumberSections(const Document& document, uint32_t first);

// The sections of `after`, with the lineage that they have in `before` (as `older`), else from `first` on.
std::vector<LineageSection> ContinueSections(const std::vector<LineageSection>& older, const Document& before,
                                             const Document& after, uint32_t first);

// Writes changes as instructions, reads them back, carries them out, and counts.
struct InstructionTrial {
  uint64_t changes = 0;  // that were tried
  uint64_t right = 0;    // … and gave the newer text byte for byte
  uint64_t anew = 0;     // texts of sections that are given anew because their words could not be amended
  uint64_t words = 0;    // that came and went, as CompareEditions counts
  uint64_t quoted = 0;   // in quotations and blocks; the names of sections are none
  uint64_t over = 0;     // changes that quote more than twice the words that came and went
  uint64_t named = 0;    // in the names of sections that are called by their titles

  // Fails, with the instructions, where the newer text does not come of them.
  void Try(const std::vector<LineageSection>& older, const std::vector<LineageSection>& newer);
  std::string Report() const;
};

}  // namespace muragat
