#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace muragat::bench {

// How long each of many reads took. Thread-safety: one thread.
class Latency {
 public:
  // For each read the median of what it took in `passes`, which asked the same questions in the same order:
  // what else the machine did meanwhile falls out. Needs at least one pass.
  static Latency MedianOf(const std::vector<Latency>& passes);

  void Add(int64_t nanoseconds) { nanoseconds_.push_back(nanoseconds); }

  double PerSecond() const;  // reads a second, from the sum of all; 0 where there is none
  // The time within which `share` (0 … 1) of the reads were answered: the nearest rank. 0 where there is
  // none.
  double Microseconds(double share) const;

  // {"per_second":…,"p50_us":…,"p99_us":…}
  std::string Json() const;

 private:
  std::vector<int64_t> nanoseconds_;
};

// Runs `read` and returns how many nanoseconds that took, by a clock that never goes back.
template <typename Read>
int64_t TimeNanoseconds(const Read& read) {
  const auto began = std::chrono::steady_clock::now();
  read();
  return std::chrono::nanoseconds(std::chrono::steady_clock::now() - began).count();
}

}  // namespace muragat::bench
