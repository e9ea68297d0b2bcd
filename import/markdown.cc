#include "import/markdown.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "import/front_matter.h"
#include "import/heading_nesting.h"
#include "import/markdown_blocks.h"
#include "import/markdown_inline.h"
#include "import/section_slices.h"
#include "import/text_check.h"
#include "muragat/text/character.h"

namespace muragat::import {

Status CutMarkdown(std::string_view text, const Limits& limits, Document& document) {
  FrontMatter matter = ReadFrontMatter(text);
  const size_t start = std::max(matter.end, ByteOrderMarkSize(text));
  const std::vector<MarkdownHeading> headings = FindMarkdownHeadings(text, start, limits.max_sections);
  const size_t first = headings.empty() ? text.size() : headings.front().begin;
  const bool has_preamble = headings.empty() || !TrimBlank(text.substr(0, first)).empty();
  const size_t sections = headings.size() + (has_preamble ? 1 : 0);
  if (sections > limits.max_sections) return TooManySections(limits);

  StartDocument(sections, document);
  Section* section = document.sections.data();
  if (has_preamble) FillPreamble(text.substr(0, first), *section++);
  HeadingNesting nesting;
  for (size_t i = 0; i < headings.size(); ++i, ++section) {
    const MarkdownHeading& heading = headings[i];
    const size_t begin = i == 0 && !has_preamble ? 0 : heading.begin;
    const size_t end = i + 1 < headings.size() ? headings[i + 1].begin : text.size();
    FillSection(text.substr(begin, heading.end - begin), text.substr(heading.end, end - heading.end),
                PlainInline(text.substr(heading.content_begin, heading.content_end - heading.content_begin)),
                std::min(nesting.DepthOf(heading.level), limits.max_depth_levels), *section);
    if (document.title.empty()) document.title = section->title;
  }
  if (document.title.empty()) document.title = std::move(matter.title);
  return Status::Ok();
}

Result<Document> ReadMarkdown(std::string_view text, const Limits& limits) {
  MURAGAT_RETURN_IF_ERROR(CheckText(text, limits));
  Document document;
  MURAGAT_RETURN_IF_ERROR(CutMarkdown(text, limits, document));
  return document;
}

}  // namespace muragat::import
