#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct ShowOptions {
  std::string address;
  std::string as_of, known_at;  // empty: now, the latest commit
  bool raw = false;
  bool capture = false;
  std::string without;  // a reform's id or title; empty: none is left out
};

// Writes the text of a document or section. Errors: kNotFound, kInvalidArgument as RequireText and
// RequireSection.
Result<ExitCode> RunShow(const ShowOptions& options, Context& context);

}  // namespace muragat::tools
