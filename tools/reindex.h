#pragma once

#include "tools/context.h"

namespace muragat::tools {

// Makes the index of words anew.
Result<ExitCode> RunReindex(bool dry_run, Context& context);

}  // namespace muragat::tools
