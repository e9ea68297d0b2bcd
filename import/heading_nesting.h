#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace muragat::import {

// Turns the levels of headings (1 … 6), as they occur, into depths without gaps.
class HeadingNesting {
 public:
  uint32_t DepthOf(uint32_t level) {
    while (open_ > 0 && levels_[open_ - 1] >= level) --open_;
    levels_[open_] = level;
    return open_++;
  }

 private:
  std::array<uint32_t, 6> levels_{};  // of the headings that are open, each deeper than the one before it
  uint32_t open_ = 0;
};

}  // namespace muragat::import
