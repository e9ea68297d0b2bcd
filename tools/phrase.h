#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct PhraseOptions {
  std::string phrase;
  std::string document;  // glob; empty: all
  std::string known_at;
  bool first = false, last = false;
  bool substring = false;
};

// Writes when a phrase was there: an interval a line.
Result<ExitCode> RunPhrase(const PhraseOptions& options, Context& context);

}  // namespace muragat::tools
