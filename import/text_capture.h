#pragma once

#include <string_view>

#include "import/limits.h"
#include "muragat/base/status.h"
#include "muragat/model/document.h"

namespace muragat::import {

// Cuts a plain-text capture of a page at the lines that stand alone (blank lines or the text's ends around
// them) and read as titles (ReadLineKind; items of lists and lines of office above a signature are none). A
// heading slice is the title's line with its line end; text before the first title is a preamble: a section
// with an empty heading; blank lines and a byte order mark alone belong to the first heading's slice. Leading
// titles without text nest, the first title with text is the page's (and the document's title), later ones
// lie one deeper. The slices, put end to end, are `text`, byte for byte. Errors: kInvalidArgument: not UTF-8
// or a NUL (with the line's number), or over a limit.
Result<Document> ReadTextCapture(std::string_view text, const Limits& limits = {});

// The same for a text that CheckText took, into `document`, whose memory is used again; what stood there is
// lost, after an error too.
Status CutTextCapture(std::string_view text, const Limits& limits, Document& document);

// Whether a body ends in the mark of a text cut by its source: dots or an ellipsis and "Read more", or the
// words for it in other languages.
bool EndsAsTeaser(std::string_view body);

}  // namespace muragat::import
