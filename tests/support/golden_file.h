#pragma once

#include <string>

namespace muragat::support {

// Expects `made` to be what the file tests/golden/NAME.txt holds behind its first line, which is a
// remark by somebody who read it, and an empty one. With MURAGAT_WRITE_GOLDEN=1 the file is written anew
// instead, but for the remark: look at what changed.
void ExpectGolden(const std::string& name, const std::string& made);

}  // namespace muragat::support
