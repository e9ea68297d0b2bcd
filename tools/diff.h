#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct DiffCommandOptions {
  std::string address;
  std::string from, to;  // dates
  std::string known_at;
  std::string unit = "word";
  std::string ignore;  // "case,space,typography,numbers", or some of them
  bool side_by_side = false, patch = false, instructions = false;
  bool stat = false;
  bool exit_code = false;
};

// Writes what changed in a document or section between two dates. A date without text counts as an empty
// text, unless both are. kNo with exit_code where there are differences.
Result<ExitCode> RunDiff(const DiffCommandOptions& options, Context& context);

}  // namespace muragat::tools
