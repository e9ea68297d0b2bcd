#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct DocumentsOptions {
  std::string glob;  // empty: all
  std::string as_of, known_at;
};

// Lists documents by id; with `as_of`, those that have text then. kNo where a glob fits nothing.
Result<ExitCode> RunDocuments(const DocumentsOptions& options, Context& context);

}  // namespace muragat::tools
