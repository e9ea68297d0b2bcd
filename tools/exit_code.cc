#include "tools/exit_code.h"

namespace muragat::tools {

ExitCode ExitCodeOf(const Status& status) {
  switch (status.code()) {
    case StatusCode::kOk:
      return ExitCode::kDone;
    case StatusCode::kNotFound:
      return ExitCode::kMissing;
    case StatusCode::kInvalidArgument:
    case StatusCode::kConflict:
      return ExitCode::kUsage;
    case StatusCode::kCorruption:
      return ExitCode::kDamage;
    case StatusCode::kUnsupported:
      return ExitCode::kTooNew;
    case StatusCode::kBusy:
      return ExitCode::kBusy;
    case StatusCode::kCancelled:
      return ExitCode::kInterrupted;
    case StatusCode::kIo:
      return ExitCode::kMachine;
  }
  return ExitCode::kMachine;
}

}  // namespace muragat::tools
