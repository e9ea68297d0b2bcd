#pragma once

#include <cstdint>
#include <functional>

#include "muragat/base/progress.h"
#include "muragat/store/database.h"
#include "muragat/store/verify.h"

namespace muragat {

struct IndexReport {
  bool whole = false;  // there is one, as of the last commit; else nothing was compared
  uint64_t words = 0;  // different ones
  uint64_t findings = 0;
};

// Compares the index of words with all texts and editions: it must say of every text by how much each word
// comes more or less often than in the text before, and nothing else; and have every language of an edition.
// Calls `report` with each finding, of which the code is
//   V030 the index of words is not what the texts make it
// at most one a section. An index that is behind is none. Writes nothing. What else is
// damaged is left to Verify. Errors: kCancelled. Cost:
// every text is rebuilt and cut. Memory: the lists of the index, in their stored form.
Result<IndexReport> VerifyIndex(const Database& database, const std::function<void(const Finding&)>& report,
                                ProgressSink& progress);

}  // namespace muragat
