#include "muragat/base/clock.h"

#include <chrono>

namespace muragat {

Instant SystemClock::Now() const {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return Instant::FromUnixSeconds(std::chrono::duration_cast<std::chrono::seconds>(since_epoch).count());
}

}  // namespace muragat
