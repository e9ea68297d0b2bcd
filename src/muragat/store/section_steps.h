#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/model/edition.h"
#include "muragat/store/lineage_aliases.h"
#include "muragat/store/reader.h"

namespace muragat {

// A section of an edition: its lineage, and which stored text it has.
struct SectionText {
  SectionNumber lineage;
  SectionNumber stored;  // the lineage that it was recorded with
  Ordinal ordinal;
  // The same number in a lineage: the same text.
  uint64_t text_number() const { return uint64_t{stored.value} << 32 | ordinal.value; }
};

// What differs from one edition to the next, without looking into the texts.
struct SectionStep {
  std::vector<SectionText> arrived;  // sections with another text, or that were not there; by lineage
  std::vector<SectionNumber> gone;   // by lineage
};

// What lies between the equal ends of two lists of sections.
struct ChangedRefs {
  std::span<const SectionRef> older, newer;
};
ChangedRefs FindChangedRefs(const Edition& older, const Edition& newer);

// The step from one list of sections to another. Where a lineage comes twice, the first place counts.
// Cost: linear; what is equal at both ends costs a comparison.
SectionStep FindStep(const LineageAliases& aliases, const Edition& older, const Edition& newer);

}  // namespace muragat
