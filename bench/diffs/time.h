#pragma once

#include <ostream>
#include <string>

#include "muragat/base/status.h"

namespace muragat::bench {

// Diffs two files `rounds` times and writes {"diff": […], "readable": […], "coarse": …}: the seconds of
// DiffText and of MakeReadable in each round. Errors: kIo; kCorruption: a script does not give the new text.
Status TimeDiff(const std::string& older_path, const std::string& newer_path, int rounds, std::ostream& out);

}  // namespace muragat::bench
