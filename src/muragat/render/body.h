#pragma once

#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/render/markdown.h"
#include "muragat/render/markup.h"

namespace muragat {

// Whether a text of `media_type` is read as Markdown: where it says so, parameters aside, or nothing.
bool IsMarkdown(std::string_view media_type);

// The size of the YAML front matter that `text` begins with (between lines of `---`, the last line end
// included); 0 where there is none.
size_t FrontMatterSize(std::string_view text);

// A section's body as markup: Markdown, with front matter shown as it is written, or paragraphs of plain
// text. Errors: kInvalidArgument, as AppendMarkdown's.
Result<MarkupList> MarkBody(std::string_view body, bool markdown, const MarkdownOptions& options = {});

}  // namespace muragat
