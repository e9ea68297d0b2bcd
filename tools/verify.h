#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct VerifyVerbOptions {
  bool quick = false;
  std::string against;  // a file with an older checkpoint, or empty
  std::string key;      // what that is checked with; empty: the archive's own
};

// Checks the archive; kDamage where there are findings, one line each. Errors: kInvalidArgument: what
// `against` names is no checkpoint, or not signed by the key; else as Archive::Open.
Result<ExitCode> RunVerify(const VerifyVerbOptions& options, Context& context);

}  // namespace muragat::tools
