#pragma once

#include <ostream>
#include <string>

#include "muragat/base/status.h"

namespace muragat::bench {

// For each of `pairs` pairs of files in `folder` (see main.cc): writes the words of both as numbers, and a
// line "CHANGED READABLE ALL" to `out`. A word here is any token of CutWords, white space and signs among
// them. Errors: kIo; kCorruption: a script does not give the new text, or cuts within a token.
Status CountDiffs(const std::string& folder, int pairs, std::ostream& out);

}  // namespace muragat::bench
