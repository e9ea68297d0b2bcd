#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/model/document.h"
#include "muragat/model/numbers.h"
#include "muragat/model/state.h"

namespace muragat {

// Where an edition was recorded: which commit brought it, and which of the commit's records it is.
struct RecordedPlace {
  CommitNumber commit;
  uint32_t place = 0;  // 0 … within the commit
  friend constexpr auto operator<=>(const RecordedPlace&, const RecordedPlace&) = default;
};

// One entry of an edition's list: which text of which section stands at this place in the reading order.
struct SectionRef {
  SectionNumber section;
  Ordinal ordinal;
  uint32_t depth_levels = 0;
  friend bool operator==(const SectionRef&, const SectionRef&) = default;
};

// The whole document as it stands from `valid` on, as a list of section revisions; or, with `removed`, no
// text.
struct Edition {
  DocumentNumber document;
  ValidDate valid;
  RecordedPlace recorded;
  bool removed = false;
  Basis basis = Basis::kInForce;
  ReformNumber reform;  // 0: none
  std::string author;   // may be empty
  std::string title;
  std::string language;
  CaptureNumber capture;  // 0: none
  std::vector<SectionRef> sections;
};

// A section with the lineage it belongs to.
struct LineageSection {
  SectionNumber lineage;
  Section section;
};

}  // namespace muragat
