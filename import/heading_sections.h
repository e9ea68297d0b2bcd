#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "import/limits.h"
#include "import/section_slices.h"
#include "import/text_check.h"
#include "muragat/text/character.h"

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

// Cuts `text` at its headings: each has `begin` and `end`, offsets of its lines, and a `level`; `title_of`
// gives its title. Whatever but blank lines precedes the first is a preamble. Errors: kInvalidArgument: more
// sections than the limit allows.
template <typename Heading, typename TitleOf>
Status CutAtHeadings(std::string_view text, const std::vector<Heading>& headings, const Limits& limits,
                     const TitleOf& title_of, Document& document) {
  const size_t first = headings.empty() ? text.size() : headings.front().begin;
  const bool has_preamble = headings.empty() || !TrimBlank(text.substr(0, first)).empty();
  const size_t sections = headings.size() + (has_preamble ? 1 : 0);
  if (sections > limits.max_sections) return TooManySections(limits);
  StartDocument(sections, document);
  Section* section = document.sections.data();
  if (has_preamble) FillPreamble(text.substr(0, first), *section++);
  HeadingNesting nesting;
  for (size_t i = 0; i < headings.size(); ++i, ++section) {
    const Heading& heading = headings[i];
    const size_t begin = i == 0 && !has_preamble ? 0 : heading.begin;
    const size_t end = i + 1 < headings.size() ? headings[i + 1].begin : text.size();
    FillSection(text.substr(begin, heading.end - begin), text.substr(heading.end, end - heading.end),
                title_of(heading), std::min(nesting.DepthOf(heading.level), limits.max_depth_levels),
                *section);
  }
  return Status::Ok();
}

}  // namespace muragat::import
