#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include "muragat/base/clock.h"
#include "muragat/base/progress.h"
#include "muragat/base/status.h"
#include "muragat/store/archive.h"
#include "tools/exit_code.h"

namespace muragat::tools {

// The version of the program, such as "0.1.0".
std::string_view ProgramVersion();

// Name and version, as commits and --version say them: "muragat 0.1.0".
std::string ProgramName();

// What is said of an archive of format 1 where a log is asked for.
constexpr std::string_view kNoLog =
    "the archive is of format 1 and keeps no log, so it can prove nothing: import what `muragat export --to "
    "jsonl --history` writes of it into a new one";

// What a verb gets from outside: global options, streams, clock. Tests make their own.
struct Context {
  std::string archive = "archive";  // path or URI
  bool json = false;
  bool color = false;  // whether data on `out` may carry terminal colours
  bool quiet = false;
  bool verbose = false;
  bool out_is_terminal = false;
  size_t out_columns = 100;  // the terminal's width, or what to take for it
  int input_descriptor = 0;
  std::string key_file = {};    // the file with the archive's key; empty: the key lies in the folder
  std::string key_folder = {};  // where archives' keys are kept; empty: nowhere
  std::ostream& out;
  std::ostream& err;
  const Clock& clock;
  ProgressSink& progress;

  // Opens the archive for reading. Errors: as Archive::Open.
  Result<std::unique_ptr<Archive>> OpenForReading() const;
  // Opens the archive for writing, with its key (ProvideKey); makes one if there is none and `create`.
  Result<std::unique_ptr<Archive>> OpenForWriting(bool create) const;

  // A text of the archive as it may be put on `out` for people: never a raw control character, on a terminal
  // or not.
  std::string ForPeople(std::string_view text) const;
  // Writes one line for people to `err`, unless --quiet.
  void Note(std::string_view line) const;
};

// What a parsed command line asks for. Each verb's Register… sets it when its verb was given.
using Action = std::function<Result<ExitCode>(Context&)>;

}  // namespace muragat::tools
