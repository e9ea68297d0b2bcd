#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct BlameOptions {
  std::string address;
  std::string as_of, known_at;  // a date; a commit's number or a date
  std::string reverse;          // a date; empty: who brought the words
  std::string by = "revision";  // "revision" or "reform"
  bool counts = false;
};

// Writes who brought each word of a document or section; in reverse, who took each away.
Result<ExitCode> RunBlame(const BlameOptions& options, Context& context);

}  // namespace muragat::tools
