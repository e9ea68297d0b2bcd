#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/render/markup.h"

namespace muragat {

struct MarkdownOptions {
  // The level of the heading that the text stands under, 1 to 6: a heading inside the text is one lower.
  int heading_level = 1;
  // Where a link within the document leads ("#s7" for the fragment "past-elections"); absent: it is no link.
  std::function<std::optional<std::string>(std::string_view fragment)> find_fragment;
};

// Appends `text`, read as CommonMark with tables and struck out text. HTML in it is text. Links lead outside
// only by http, https and mailto; images are their descriptions. An item of a numbered list keeps the number
// that its source gives it, and lines that are indented are no code. Elements nest at most 64 deep; what is
// deeper is kept as text. Errors: kInvalidArgument: the text cannot be parsed (out of memory, or over 4 GiB);
// nothing is appended.
Status AppendMarkdown(MarkupList& out, std::string_view text, const MarkdownOptions& options = {});

}  // namespace muragat
