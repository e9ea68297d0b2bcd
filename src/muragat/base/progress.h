#pragma once

#include <cstdint>
#include <string_view>

namespace muragat {

// Where long work reports how far it is and asks whether to go on. The library never prints.
class ProgressSink {
 public:
  virtual ~ProgressSink() = default;

  // `done` of `total` `unit`s are finished; `total` is 0 where it is not known. Cheap: called often.
  virtual void Report(std::string_view unit, uint64_t done, uint64_t total) = 0;

  // Whether the work should stop at its next safe place and return kCancelled.
  virtual bool Cancelled() const { return false; }
};

// Says nothing and never stops.
class NoProgress final : public ProgressSink {
 public:
  void Report(std::string_view, uint64_t, uint64_t) override {}
};

}  // namespace muragat
