#include "tools/progress_line.h"

#include <csignal>

#include <poll.h>

namespace muragat::tools {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void OnInterrupt(int) { interrupted = 1; }

std::string Amount(std::string_view unit, uint64_t count) {
  if (unit == "bytes") return std::to_string(count >> 20) + " MiB";
  return std::to_string(count) + " " + std::string(unit);
}

}  // namespace

void CatchInterrupts() {
  struct sigaction action {};
  action.sa_handler = OnInterrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  // A file that grows over a limit is a failed write to be reported, not the end.
  std::signal(SIGXFSZ, SIG_IGN);
}

bool Interrupted() { return interrupted != 0; }

bool HasInput(int descriptor) {
  pollfd waiting{.fd = descriptor, .events = POLLIN, .revents = 0};
  return ::poll(&waiting, 1, 0) > 0;
}

bool WaitForInput(int descriptor) {
  // A signal between the question and the wait is seen at the next turn.
  constexpr int kTurnMilliseconds = 200;
  pollfd waiting{.fd = descriptor, .events = POLLIN, .revents = 0};
  do {
    if (Interrupted()) return false;
  } while (::poll(&waiting, 1, kTurnMilliseconds) <= 0);
  return true;
}

ProgressLine::ProgressLine(std::ostream& out, bool visible) : out_(out), visible_(visible) {}

ProgressLine::~ProgressLine() {
  if (drawn_) out_ << "\r\x1b[K" << std::flush;
}

bool ProgressLine::Cancelled() const { return Interrupted(); }

void ProgressLine::Report(std::string_view unit, uint64_t done, uint64_t total) {
  if (!visible_) return;
  const auto now = Clock::now();
  if (unit != unit_) {
    unit_ = unit;
    begin_ = now;
  }
  if (now - drawn_at_ < std::chrono::milliseconds(100)) return;
  drawn_at_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  std::string line = Amount(unit, done);
  if (total > 0) line += " of " + Amount(unit, total) + ", " + std::to_string(done * 100 / total) + "%";
  if (rate >= 1) line += ", " + Amount(unit, static_cast<uint64_t>(rate)) + "/s";
  if (total > done && rate >= 1) {
    line +=
        ", " + std::to_string(static_cast<uint64_t>(static_cast<double>(total - done) / rate)) + " s left";
  }
  out_ << '\r' << line << "\x1b[K" << std::flush;
}

}  // namespace muragat::tools
