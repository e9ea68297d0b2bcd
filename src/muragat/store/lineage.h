#pragma once

#include <optional>
#include <set>
#include <span>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/model/document.h"
#include "muragat/model/edition.h"
#include "muragat/model/section_view.h"
#include "muragat/store/reader.h"

namespace muragat {

// Where each section of a new edition comes from.
struct LineageAssignment {
  struct Entry {
    SectionNumber lineage;           // 0: it is new and gets a number of its own
    std::optional<Ordinal> nearest;  // the text of that lineage to compare with
  };
  std::vector<Entry> sections;  // one for each section of the new edition, in its order
  std::vector<Alias>
      aliases;  // lineages of the later neighbour that turn out to be others' (commit is not set)
};

// An edition beside the new one in valid time: its sections, and under which references they are stored.
struct Neighbour {
  std::vector<SectionRef> refs;
  std::vector<Section> sections;
};
struct NeighbourView {
  std::span<const SectionRef> refs;
  std::span<const SectionView> sections;
};

// The neighbour that `edition` is; an empty one where there is none. Errors: kCorruption, kIo.
Result<Neighbour> ReadNeighbour(const Reader& reader, const std::optional<Edition>& edition);

// Beyond this many lineages that a document has had and its neighbours do not hold, the oldest are not looked
// at when a section returns; it then gets a new lineage.
constexpr size_t kMaxReturningLineages = 256;

// Says which lineage each section of `incoming` belongs to, given its neighbours in valid time. The earlier
// neighbour decides; what it does not know is looked for in the later one, then among the document's other
// lineages, newest first. Where a section of the later neighbour continues one of `incoming` under another
// lineage, an alias is given, unless an edition holds both. `last_section` is the greatest number of a
// lineage that the document has, 0 where it has none. A neighbour may be null. Errors: kCorruption, kIo as
// Reader.
Result<LineageAssignment> AssignLineages(const Reader& reader, DocumentNumber document,
                                         std::span<const SectionView> incoming, uint32_t last_section,
                                         const NeighbourView* earlier, const NeighbourView* later);

// The same with neighbours that are yet to be read.
Result<LineageAssignment> AssignLineages(const Reader& reader, DocumentNumber document,
                                         const Document& incoming, const std::optional<Edition>& earlier,
                                         const std::optional<Edition>& later);

}  // namespace muragat
