#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct ProveOptions {
  std::string address, as_of, output;
  bool force = false;
  bool dry_run = false;
};

// Writes a proof that a section's text stood on a day. kNo where the checkpoint is not signed, or does not
// yet hold that edition. Errors: kInvalidArgument: the address names a whole document of several sections, or
// the archive keeps no log; kNotFound; kCorruption; kIo; kConflict: the file is there.
Result<ExitCode> RunProve(const ProveOptions& options, Context& context);

}  // namespace muragat::tools
