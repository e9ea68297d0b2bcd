#pragma once

#include <cstddef>
#include <string_view>

namespace muragat::import {

// Where the last line of `text`, from the line that begins at `at` on, ends that may make a heading: its
// first byte behind blanks is "#", or "=" or "-" and nothing but those and blanks stand in it. `at` where
// there is none: then no heading is in the text. Lines end in LF alone. Cost: one pass backward from the end
// to that line, most of it many bytes at a time.
size_t BehindLastHeadingLine(std::string_view text, size_t at);

}  // namespace muragat::import
