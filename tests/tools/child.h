#pragma once

#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "tests/tools/workbench.h"

namespace muragat::tools {

struct ChildOptions {
  std::string input;            // a file; empty: what Write gives
  std::string output;           // a file; empty: what ReadLine, ReadBytes and Wait give
  uint64_t max_file_bytes = 0;  // no file may grow over that; 0: no limit
};

// A program that runs beside the test.
class Child {
 public:
  // The first of `words` is the program, looked for on PATH.
  explicit Child(const Words& words, const ChildOptions& options = {});
  // Ends the program, if it still runs.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Whether all could be written: false once the program has gone.
  bool Write(std::string_view bytes);
  void CloseInput();
  // How many bytes of what was written the program has not read yet.
  int Unread() const;
  // One line of its output without its end; exactly so many bytes. Less at the end.
  std::string ReadLine();
  std::string ReadBytes(size_t size);

  void Signal(int signal) const;
  bool Running();
  pid_t pid() const { return pid_; }

  // Closes its input and waits for its end. `code` is minus the signal that ended it.
  Outcome Wait();
  // The most memory it held at once, and how long it computed; known after Wait.
  uint64_t peak_bytes() const { return peak_bytes_; }
  uint64_t cpu_milliseconds() const { return cpu_milliseconds_; }

 private:
  void Reap(bool wait);

  pid_t pid_ = -1;
  int to_child_ = -1, from_child_ = -1;
  std::FILE* errors_ = nullptr;
  std::string unread_;
  bool ended_ = false;
  int status_ = 0;
  uint64_t peak_bytes_ = 0;
  uint64_t cpu_milliseconds_ = 0;
};

// Runs the built program with `-C archive words…` to its end.
Outcome RunProgram(const Workbench& bench, const Words& words, const ChildOptions& options = {});
// `muragat -C archive words…`, to give to a Child.
Words ProgramWords(const Workbench& bench, const Words& words);

// Whether `writer` holds the archive's lock.
bool HoldsLock(const Workbench& bench, const Child& writer);

// Waits until `condition` holds; false if it has not after a minute of looking.
bool WaitUntil(const std::function<bool()>& condition);

}  // namespace muragat::tools
