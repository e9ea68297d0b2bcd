#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct InitOptions {
  std::string origin;
  bool dry_run = false;
};

// Makes an empty archive. Errors: as Archive::Create.
Result<ExitCode> RunInit(const InitOptions& options, Context& context);

}  // namespace muragat::tools
