#pragma once

#include <functional>
#include <vector>

#include "muragat/diff/change.h"
#include "muragat/store/reader.h"

namespace muragat {

// One step of a document's life: an edition and what it changed against the one before it that still stands
// (corrected editions are compared likewise, but nothing is compared with them).
struct ChangeLogStep {
  const HistoryEntry& entry;
  const std::vector<LineageSection>& before;  // empty before the first edition and after a removal
  const std::vector<LineageSection>& after;   // empty for a removal
  const DocumentChange& change;               // from `before` to `after`
};

// Calls `visit` with each step of `history` (as Reader::ReadHistory gives it) from `first` (an index) on, in
// its order. Stops at a failure. The step is good only during the call. Cost: two texts in memory; a text is
// rebuilt once. Errors: as Reader, and what `visit` returns.
Status WalkChanges(const Reader& reader, const std::vector<HistoryEntry>& history, size_t first,
                   CommitNumber known_at, const std::function<Status(const ChangeLogStep&)>& visit);

// Since when each section of history[index] has had the text it has there: the index of the edition that
// brought it. One entry a section, in the edition's order. Reads no text.
std::vector<size_t> FindOrigins(const std::vector<HistoryEntry>& history, size_t index);
// The same of an edition that stands in `history`.
std::vector<size_t> FindOrigins(const std::vector<HistoryEntry>& history, const Edition& edition);

}  // namespace muragat
