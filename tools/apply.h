#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct ApplyOptions {
  std::string change;  // a file, or "-"
  std::string base;    // a file, else a document
  std::string as_of;
  std::string output;  // a file; empty: the context's output
  bool reverse = false;
  bool force = false;  // a file that is there is replaced
  bool dry_run = false;
};

// Carries out a change that `diff --json` or `diff --instructions` wrote. kNo where it does not fit the text.
Result<ExitCode> RunApply(const ApplyOptions& options, Context& context);

}  // namespace muragat::tools
