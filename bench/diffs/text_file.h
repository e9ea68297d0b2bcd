#pragma once

#include <string>

#include "muragat/base/status.h"

namespace muragat::bench {

// All bytes of a file. Errors: kIo.
Result<std::string> ReadTextFile(const std::string& path);

}  // namespace muragat::bench
