#pragma once

#include "tools/context.h"

namespace muragat::tools {

struct CheckpointOptions {
  bool key = false;      // prints the verifier key instead
  bool renew = false;    // signs the log as it is
  bool dry_run = false;  // … or says that it would
};

// Prints the archive's checkpoint, a signed note. kNo where it is not signed. Errors: kInvalidArgument: the
// archive keeps no log; kCorruption: the checkpoint is missing or damaged; else as Archive::Open.
Result<ExitCode> RunCheckpoint(const CheckpointOptions& options, Context& context);

}  // namespace muragat::tools
