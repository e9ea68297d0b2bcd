#pragma once

#include <cstddef>
#include <cstdint>

namespace muragat::import {

// What a reader takes before it refuses an input. Beyond a limit: one message, kInvalidArgument.
struct Limits {
  size_t max_text_bytes = size_t{16} << 20;     // one text
  size_t max_capture_bytes = size_t{64} << 20;  // one page, as it was received
  size_t max_line_bytes = size_t{128} << 20;    // one line of the exchange format, escapes included
  uint32_t max_depth_levels = 64;               // deeper headings are taken as this deep
  size_t max_sections = 100'000;                // of one document
};

}  // namespace muragat::import
