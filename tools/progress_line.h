#pragma once

#include <chrono>
#include <ostream>
#include <string>

#include "muragat/base/progress.h"

namespace muragat::tools {

// Shows how far long work is on one line of a terminal (done/total, rate, time left), at most ten times a
// second, and wipes it at the end. Also knows whether the user asked to stop (Ctrl-C). Silent where `visible`
// is false.
class ProgressLine final : public ProgressSink {
 public:
  ProgressLine(std::ostream& out, bool visible);
  ~ProgressLine() override;

  void Report(std::string_view unit, uint64_t done, uint64_t total) override;
  bool Cancelled() const override;

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& out_;
  bool visible_;
  bool drawn_ = false;
  std::string unit_;
  Clock::time_point begin_ = Clock::now(), drawn_at_ = begin_;
};

// Makes SIGINT and SIGTERM ask running work to stop at its next safe place; a second one ends the program at
// once.
void CatchInterrupts();

// Whether one was caught.
bool Interrupted();

// Whether `descriptor` has something to read, or is at its end.
bool HasInput(int descriptor);

// Waits until `descriptor` has something to read, or is at its end; false where the user asked to stop.
bool WaitForInput(int descriptor);

}  // namespace muragat::tools
