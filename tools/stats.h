#pragma once

#include "tools/context.h"

namespace muragat::tools {

// Writes the archive's figures.
Result<ExitCode> RunStats(Context& context);

// Brings the archive into its final order and compression, and says what that saved.
Result<ExitCode> RunCompact(bool dry_run, Context& context);

}  // namespace muragat::tools
