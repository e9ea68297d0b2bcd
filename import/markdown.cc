#include "import/markdown.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "import/front_matter.h"
#include "import/markdown_blocks.h"
#include "import/markdown_inline.h"
#include "import/text_capture.h"
#include "import/text_check.h"
#include "muragat/text/character.h"
#include "muragat/text/section_number.h"

namespace muragat::import {
namespace {

// Turns the levels of headings, as they occur, into depths without gaps.
class Nesting {
 public:
  uint32_t DepthOf(uint32_t level) {
    while (!open_levels_.empty() && open_levels_.back() >= level) open_levels_.pop_back();
    open_levels_.push_back(level);
    return static_cast<uint32_t>(open_levels_.size() - 1);
  }

 private:
  std::vector<uint32_t> open_levels_;
};

}  // namespace

Result<Document> ReadMarkdown(std::string_view text, const Limits& limits) {
  MURAGAT_RETURN_IF_ERROR(CheckText(text, limits));
  FrontMatter matter = ReadFrontMatter(text);
  const size_t start = std::max(matter.end, ByteOrderMarkSize(text));
  const std::vector<MarkdownHeading> headings = FindMarkdownHeadings(text, start, limits.max_sections);
  const size_t first = headings.empty() ? text.size() : headings.front().begin;
  const bool has_preamble = headings.empty() || !TrimBlank(text.substr(0, first)).empty();
  const size_t sections = headings.size() + (has_preamble ? 1 : 0);
  if (sections > limits.max_sections) return TooManySections(limits);

  Document document;
  document.sections.reserve(sections);
  if (has_preamble) {
    Section& preamble = document.sections.emplace_back();
    preamble.body = text.substr(0, first);
    preamble.teaser = EndsAsTeaser(preamble.body);
  }
  Nesting nesting;
  for (size_t i = 0; i < headings.size(); ++i) {
    const MarkdownHeading& heading = headings[i];
    const size_t begin = i == 0 && !has_preamble ? 0 : heading.begin;
    const size_t end = i + 1 < headings.size() ? headings[i + 1].begin : text.size();
    Section& section = document.sections.emplace_back();
    section.heading = text.substr(begin, heading.end - begin);
    section.body = text.substr(heading.end, end - heading.end);
    section.title =
        PlainInline(text.substr(heading.content_begin, heading.content_end - heading.content_begin));
    section.number = ReadSectionNumber(section.title);
    section.depth_levels = std::min(nesting.DepthOf(heading.level), limits.max_depth_levels);
    section.teaser = EndsAsTeaser(section.body);
    if (document.title.empty()) document.title = section.title;
  }
  if (document.title.empty()) document.title = std::move(matter.title);
  return document;
}

}  // namespace muragat::import
