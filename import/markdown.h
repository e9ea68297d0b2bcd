#pragma once

#include <string_view>

#include "import/limits.h"
#include "muragat/base/status.h"
#include "muragat/model/document.h"

namespace muragat::import {

// Cuts Markdown at the ATX and setext headings (CommonMark 0.31) of its outermost level: not inside code,
// HTML blocks, lists or block quotes. YAML front matter and whatever precedes the first heading is a
// preamble: a section with an empty heading; blank lines and a byte order mark alone are none and belong to
// the first heading's slice. A document without headings is one section. Depth is the nesting of the headings
// as they occur, from 0. The document's title is its first heading's, else front matter's `title`. The
// slices, put end to end, are `text`, byte for byte. Errors: kInvalidArgument: not UTF-8 or a NUL (with the
// line's number), or over a limit.
Result<Document> ReadMarkdown(std::string_view text, const Limits& limits = {});

// The same for a text that CheckText took, into `document`, whose memory is used again; what stood there is
// lost, after an error too.
Status CutMarkdown(std::string_view text, const Limits& limits, Document& document);

}  // namespace muragat::import
