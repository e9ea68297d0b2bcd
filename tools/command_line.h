#pragma once

#include <iosfwd>

#include "muragat/base/clock.h"
#include "tools/exit_code.h"

namespace muragat::tools {

// The terminal and environment of a run, as main() finds them.
struct Surroundings {
  std::ostream& out;
  std::ostream& err;
  int input_descriptor = 0;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  size_t out_columns = 100;         // of the terminal
  const char* archive = nullptr;    // MURAGAT_ARCHIVE
  const char* no_color = nullptr;   // NO_COLOR
  const char* key = nullptr;        // MURAGAT_KEY
  const char* data_home = nullptr;  // XDG_DATA_HOME
  const char* home = nullptr;       // HOME
  const Clock* clock = nullptr;     // null: the machine's
};

// Reads the command line, runs the verb, and writes its failure as one line "muragat: what happened …".
ExitCode RunCommandLine(int argument_count, const char* const* arguments, Surroundings& surroundings);

}  // namespace muragat::tools
