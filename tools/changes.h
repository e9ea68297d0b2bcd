#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tools/context.h"

namespace muragat::tools {

struct ChangesOptions {
  std::vector<std::string> documents;  // globs of ids; all without one
  std::string since, until;            // dates, inclusive; `until` may be empty
  bool recorded = false;               // the dates are of recording, not of validity
  bool atom = false;
  size_t limit = 0;  // changes shown; 0: all
};

// Shows what changed in sections between two dates, most changed words first. The answer is no where nothing
// did; a feed is a feed then, too.
Result<ExitCode> RunChanges(const ChangesOptions& options, Context& context);

}  // namespace muragat::tools
