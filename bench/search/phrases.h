#pragma once

#include <cstdint>
#include <istream>
#include <ostream>
#include <string>

#include "muragat/base/status.h"

namespace muragat::bench {

// Asks an archive for each phrase of `in`, a line each: all of them once, then in as many passes. Prints of
// each {"words":…,"intervals":…,"first_ms":…,"warm_ms":…}, the latter the median of the passes. Errors: as
// FindPhrase.
Status TimePhrases(const std::string& archive, uint32_t passes, std::istream& in, std::ostream& out);

// Looks for the bytes of each line of `in`, which is a JSON string. Prints of each an object with the bytes
// and where they came or went, and how often the document had them before and has them from then on:
// {"bytes":…,"at":[[document,date,before,from then on],…]}. Errors: as
// FindPhrase; kInvalidArgument: a line is no JSON string.
Status ListBoundaries(const std::string& archive, std::istream& in, std::ostream& out);

}  // namespace muragat::bench
