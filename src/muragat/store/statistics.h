#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "muragat/base/status.h"
#include "muragat/store/archive.h"

namespace muragat {

// Figures of an archive.
struct Statistics {
  uint64_t documents = 0;
  uint64_t sections = 0;   // lineages
  uint64_t editions = 0;   // with removals, without withdrawals
  uint64_t revisions = 0;  // texts of sections
  uint64_t captures = 0;
  uint64_t reforms = 0;
  uint64_t commits = 0;
  uint64_t raw_bytes = 0;                        // of the texts of all editions, put end to end
  uint64_t stored_bytes = 0;                     // of all files in the archive's directory
  std::map<std::string, uint64_t> family_bytes;  // of each family's table files
  uint32_t longest_chain = 0;                    // diffs from a text to its keyframe
};

// Bytes of all files in the archive's directory.
uint64_t StoredBytes(const Archive& archive);

// Cost: reads every record once, rebuilds nothing. Errors: kCorruption, kIo.
Result<Statistics> ReadStatistics(const Archive& archive);

}  // namespace muragat
