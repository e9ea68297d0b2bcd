#pragma once

#include <cstddef>
#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct SearchOptions {
  std::string query;
  std::string as_of;  // a date; empty: today
  bool all_time = false;
  std::string known_at;  // a commit or a date; empty: now
  std::string document;  // a glob of ids; empty: all
  std::string language;  // of texts that do not say theirs; empty: not known
  bool exact = false;    // words as they are written
  size_t limit = 10;     // hits shown; 0: all
};

// Shows the sections that answer a question, best first; where none does at the date, those that did or will.
Result<ExitCode> RunSearch(const SearchOptions& options, Context& context);

}  // namespace muragat::tools
