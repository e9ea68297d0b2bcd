#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/clock.h"

namespace muragat::tools {

// What one run of the program left.
struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

// A clock that stands still until it is moved. It begins at 2024-01-15T10:00:00Z.
class StandingClock final : public Clock {
 public:
  StandingClock();
  Instant Now() const override { return now_; }
  // `date` as RFC 3339.
  void Set(const std::string& date);

 private:
  Instant now_;
};

// The words of a command.
using Words = std::vector<std::string>;

// A new folder with room for an archive, removed with everything in it at the end.
class Workbench {
 public:
  Workbench();
  ~Workbench();
  Workbench(const Workbench&) = delete;
  Workbench& operator=(const Workbench&) = delete;

  // The path of `name` in the folder, and of the archive that Run works on.
  std::string Path(const std::string& name) const;
  std::string Archive() const { return Path("archive"); }

  // Writes a file into the folder, with the folders above it, and returns its path; reads one.
  std::string Write(const std::string& name, std::string_view bytes) const;
  std::string Read(const std::string& name) const;

  // Runs `muragat -C <the archive> words…` in this process at the time of `clock`, with `input` as standard
  // input.
  Outcome Run(const Words& words, std::string_view input = "") const;
  // The same on the archive `name` in the folder.
  Outcome RunOn(const std::string& name, const Words& words, std::string_view input = "") const;

  // Imports `text` as Markdown with further `options`, and expects that it is taken.
  void Import(const std::string& document, const std::string& date, std::string_view text,
              const Words& options = {}) const;

  // Every file below `name` in the folder (the archive): its path there, and its bytes; and their size and
  // hash instead.
  std::map<std::string, std::string> Listing(const std::string& name = "archive") const;
  std::map<std::string, std::string> Fingerprint(const std::string& name = "archive") const;

  // Beside the folder: where archives' keys are kept.
  std::string KeyFolder() const { return path_ + "-data"; }
  // The text of an output without its line "root …", which must be its last.
  static std::string WithoutRoot(const std::string& out);

  mutable StandingClock clock;
  std::string key_file;        // MURAGAT_KEY
  bool has_key_folder = true;  // whether XDG_DATA_HOME is set

 private:
  std::string path_;
};

// The lines of a text, without their ends.
std::vector<std::string> Lines(std::string_view text);

}  // namespace muragat::tools
