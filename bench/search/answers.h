#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "muragat/base/status.h"

namespace muragat::bench {

// Feeds a table of SQLite's FTS5 beside the archive with the words of all texts that stand on a date, and
// asks both the same questions: `count` drawn by a seed, each of one word, of two and of a beginning in turn.
// No word counts for another. Prints of each {"kind":…,"question":…,"count":…,"fts5_count":…,"first_ms":…,
// "warm_ms":…,"since_when_warm_ms":…,"fts5_warm_ms":…}; warm is the median of five passes after the first.
// Errors: as Search; kIo: what SQLite says.
Status CompareAnswers(const std::string& archive, const std::string& date, uint32_t count, uint32_t seed,
                      std::ostream& out);

}  // namespace muragat::bench
