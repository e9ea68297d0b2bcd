#pragma once

#include "muragat/base/status.h"

namespace muragat::tools {

// How the program ends. Scripts rely on the values: never change them (doc/cli.md).
enum class ExitCode : int {
  kDone = 0,
  kNo = 1,       // the answer is no: nothing found, differences with --exit-code
  kUsage = 2,    // the command or the input is wrong
  kMissing = 3,  // no such archive, document, section or date
  kDamage = 4,   // the archive does not verify
  kBusy = 5,     // another process is writing
  kPartly = 6,   // some inputs were refused; each is named on stderr
  kTooNew = 7,   // the archive's format is newer than the program
  kMachine = 8,  // disk full, input or output error
  kInterrupted = 130,
};

// The exit code of a failure.
ExitCode ExitCodeOf(const Status& status);

}  // namespace muragat::tools
