#pragma once

#include "muragat/base/clock.h"

namespace muragat::support {

// A clock that stands still until it is set: at 2022-06-08T12:00:00Z in the beginning.
class StillClock final : public Clock {
 public:
  Instant Now() const override { return now_; }
  void Set(Instant now) { now_ = now; }
  void Advance(int64_t seconds) { now_ = Instant::FromSeconds(now_.seconds() + seconds); }

 private:
  Instant now_ = Instant::FromUnixSeconds(1'654'689'600);
};

}  // namespace muragat::support
