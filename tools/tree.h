#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct TreeOptions {
  std::string document;
  std::string as_of, known_at;
};

// Lists the sections of a document in reading order.
Result<ExitCode> RunTree(const TreeOptions& options, Context& context);

}  // namespace muragat::tools
