#pragma once

#include "muragat/base/date.h"

namespace muragat {

// Where the library takes "now" from; tests give one that stands still.
class Clock {
 public:
  virtual ~Clock() = default;
  // The present instant, UTC, whole seconds. Need not be monotone.
  virtual Instant Now() const = 0;
};

// The machine's clock. Thread-safe.
class SystemClock final : public Clock {
 public:
  Instant Now() const override;
};

}  // namespace muragat
