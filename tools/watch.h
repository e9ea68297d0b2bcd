#pragma once

#include <cstdint>
#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct WatchAddOptions {
  std::string query;     // a phrase
  std::string document;  // a glob of ids; empty: all
  bool dry_run = false;
};

// Keeps a question that `watch run` answers with what is new from now on.
Result<ExitCode> RunWatchAdd(const WatchAddOptions& options, Context& context);

Result<ExitCode> RunWatchList(Context& context);

Result<ExitCode> RunWatchRemove(uint32_t number, bool dry_run, Context& context);

// Writes each event that is new since the question was added and was not written before; the answer is no
// where there is none. An event counts as given when it was written and flushed, question by question.
Result<ExitCode> RunWatch(bool dry_run, Context& context);

}  // namespace muragat::tools
