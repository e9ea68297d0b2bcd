#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muragat::import {

// A heading of a Markdown text, as offsets in bytes.
struct MarkdownHeading {
  size_t begin = 0;          // of its first line
  size_t content_begin = 0;  // its content, without marks, possibly of several lines
  size_t content_end = 0;
  size_t end = 0;      // behind its last line's end
  uint32_t level = 1;  // 1 … 6
};

// Finds the headings of `text` from `at` on that stand at its outermost level (CommonMark 0.31): ATX and
// setext, not within lists, block quotes, fenced or indented code, HTML blocks. Stops at `max_headings` + 1.
// Cost: one pass; most lines cost their first byte.
std::vector<MarkdownHeading> FindMarkdownHeadings(std::string_view text, size_t at, size_t max_headings);

}  // namespace muragat::import
