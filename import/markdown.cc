#include "import/markdown.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "import/front_matter.h"
#include "import/heading_sections.h"
#include "import/markdown_blocks.h"
#include "import/markdown_inline.h"
#include "import/text_check.h"

namespace muragat::import {

Status CutMarkdown(std::string_view text, const Limits& limits, Document& document) {
  FrontMatter matter = ReadFrontMatter(text);
  const size_t start = std::max(matter.end, ByteOrderMarkSize(text));
  const std::vector<MarkdownHeading> headings = FindMarkdownHeadings(text, start, limits.max_sections);
  const auto title_of = [text](const MarkdownHeading& heading) {
    return PlainInline(text.substr(heading.content_begin, heading.content_end - heading.content_begin));
  };
  MURAGAT_RETURN_IF_ERROR(CutAtHeadings(text, headings, limits, title_of, document));
  const auto titled = std::find_if(document.sections.begin(), document.sections.end(),
                                   [](const Section& section) { return !section.title.empty(); });
  if (titled != document.sections.end()) document.title = titled->title;
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
