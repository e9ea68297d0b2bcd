#pragma once

#include <span>
#include <string>
#include <vector>

#include "import/html_tree.h"
#include "import/limits.h"
#include "muragat/base/status.h"

namespace muragat::import {

// Writes parts of a page as Markdown that reads as the page does and that ReadMarkdown cuts at the page's
// headings:
//  - paragraphs parted by blank lines; a <br> is a line end (with two spaces before it), two are a blank
//  line;
//  - headings as `## …`, one line without links; those within lists, quotes and tables count as well, and
//    what holds one is then written as plain blocks;
//  - lists as `- …` and `3. …` with the numbers of the page, nested ones indented; letters as numbers make
//    paragraphs `a. …`;
//  - tables as pipe tables; those that only place things (nested, of one row or column, of role presentation,
//    or with long texts in their cells) as paragraphs, a short first cell ("(1)") in the line of the second;
//  - quotes with `> `, preformatted text fenced;
//  - what stands in lines as HtmlInlineWriter says. What would be a mark of Markdown is escaped.
// `targets`: by node, what links of the page lead to. A paragraph of one line that begins at or in such a
// place and reads as a title (ReadLineKind) is a heading, one level below the last that the page calls so.
// Errors: kInvalidArgument: longer than the limit.
Result<std::string> WriteHtmlAsMarkdown(const HtmlTree& tree, std::span<const uint32_t> parts,
                                        const std::vector<bool>& left_out, const std::vector<bool>& targets,
                                        const Limits& limits);

}  // namespace muragat::import
