#pragma once

#include "tools/context.h"

namespace muragat::tools {

// Checks the archive; kDamage where there are findings, one line each.
Result<ExitCode> RunVerify(bool quick, Context& context);

}  // namespace muragat::tools
