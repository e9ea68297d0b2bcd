#pragma once

#include <cstdint>
#include <ctime>

namespace muragat::bench {

// Runs `ask` and returns how many nanoseconds of CPU the process took meanwhile: what else the machine does
// does not count.
template <typename Ask>
int64_t CpuNanoseconds(const Ask& ask) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
  };
  const int64_t began = now();
  ask();
  return now() - began;
}

}  // namespace muragat::bench
