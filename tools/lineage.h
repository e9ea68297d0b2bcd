#pragma once

#include <string>
#include <vector>

#include "tools/context.h"

namespace muragat::tools {

struct LineageOptions {
  std::string address;                 // a section; a document: all its sections
  std::vector<std::string> crosswalk;  // none, or two days
  std::string known_at;
};

// Tells a section's life, oldest first; or writes a table from the numbers of one day to those of another, as
// CSV (RFC 4180).
Result<ExitCode> RunLineage(const LineageOptions& options, Context& context);

}  // namespace muragat::tools
