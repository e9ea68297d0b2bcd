#pragma once

#include <ostream>
#include <string>

#include "muragat/base/status.h"

namespace muragat::bench {

// Writes the readable diff of two files: what goes as [-…-], what comes as {+…+}, and three lines of what
// stays on both sides of it. Errors: kIo.
Status ShowDiff(const std::string& older_path, const std::string& newer_path, std::ostream& out);

}  // namespace muragat::bench
