#pragma once

#include <string_view>

#include "import/limits.h"
#include "muragat/base/status.h"
#include "muragat/model/document.h"

namespace muragat::import {

// Cuts wikitext at the lines that MediaWiki takes for headings: as many `=` at both ends as the level says (1
// … 6), with blanks and comments behind them; not in comments, <nowiki>, <pre> and other tags whose content
// is no wikitext. Whatever precedes the first heading is a preamble: a section with an empty heading; blank
// lines alone are none. A title is the heading without links' targets, quotation marks of bold and italic
// type, comments and tags. The document gets no title. The slices, put end to end, are `text`, byte for byte.
// Cost: one pass. Errors: kInvalidArgument: not UTF-8 or a NUL (with the line's number), or over a limit.
Result<Document> ReadWikitext(std::string_view text, const Limits& limits = {});

// The same for a text that CheckText took, into `document`, whose memory is used again; what stood there is
// lost, after an error too.
Status CutWikitext(std::string_view text, const Limits& limits, Document& document);

}  // namespace muragat::import
