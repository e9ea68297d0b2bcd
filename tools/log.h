#pragma once

#include <cstdint>
#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct LogOptions {
  std::string address;       // empty: the whole archive
  std::string since, until;  // valid time, inclusive; empty: no bound
  std::string known_at;
  std::string reform;  // id or title; empty: all
  bool substantive = false;
  bool stat = false;
  uint64_t limit = 0;  // 0: all
};

// Writes the history, newest first by valid date, then by recorded place.
Result<ExitCode> RunLog(const LogOptions& options, Context& context);

}  // namespace muragat::tools
