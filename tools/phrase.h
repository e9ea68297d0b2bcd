#pragma once

#include <string>
#include <vector>

#include "tools/context.h"

namespace muragat::tools {

struct PhraseOptions {
  std::vector<std::string> phrases;  // several only for tables and charts
  std::string document;              // glob; empty: all
  std::string known_at;
  bool first = false, last = false;
  bool substring = false;
  std::string count_by;  // "year", "month", "document"; empty: intervals
  bool csv = false, svg = false;
};

// Writes when a phrase was there: an interval a line; or in how many sections it was, as a table or a chart.
Result<ExitCode> RunPhrase(const PhraseOptions& options, Context& context);

}  // namespace muragat::tools
