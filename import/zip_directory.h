#pragma once

#include <cstdint>

#include "muragat/base/status.h"

namespace muragat::import {

class RandomSource;

// How many entries the directory at the end of a zip archive lists, counted; not more than `most`. 0 where it
// is not where it should be. Errors: as the source. Cost: reads the directory once, up to there.
Result<uint64_t> CountZipEntries(RandomSource& source, uint64_t most);

}  // namespace muragat::import
