#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muragat/diff/change.h"
#include "muragat/store/reader.h"

namespace muragat {

// Something that happened to a section from one edition of its document to the next.
struct LifeEvent {
  SectionNumber section;
  ValidDate valid;  // of the edition that shows it
  CommitNumber commit;
  ReformNumber reform;  // 0: none
  ChangeEvent event = ChangeEvent::kAdded;
  std::vector<SectionNumber> from, to;  // the sections before and after; empty where there was none
  double confidence = 1;                // 0 … 1
  std::string reason;                   // "number and title", "archivist" …
  std::string older_number, newer_number, older_title, newer_title;
};

// The life of one section, or of all sections where `section` is nothing, oldest first: an event a line. A
// link between two texts has the reason and confidence that LinkSections gives it; where these say otherwise,
// or an archivist did, "recorded" or "archivist". Errors: kCorruption, kIo. Cost: reads and compares all
// editions of the document.
Result<std::vector<LifeEvent>> ReadLife(const Reader& reader, DocumentNumber document,
                                        std::optional<SectionNumber> section, CommitNumber known_at);

// A line of a table that leads from the sections of one day to those of another.
struct CrosswalkRow {
  std::optional<LineageSection> older, newer;  // at least one
  double confidence = 1;                       // the least of the links between them
  std::string reason;                          // of the link that is least sure
  bool split = false, merged = false;          // on the way
};

// Which sections of the edition at `from` became which of the edition at `to`: followed through every edition
// between them, so that parts of split and merged sections are found, too. In the order of the older edition,
// then what is new in the order of the newer one. An edition that is absent or a removal has no sections.
// Errors, cost: as ReadLife.
Result<std::vector<CrosswalkRow>> ReadCrosswalk(const Reader& reader, DocumentNumber document, Instant from,
                                                Instant to, CommitNumber known_at);

}  // namespace muragat
