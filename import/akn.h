#pragma once

#include <string_view>

#include "import/akn_facts.h"
#include "import/limits.h"
#include "muragat/base/status.h"
#include "muragat/model/document.h"

namespace muragat::import {

// A document in Akoma Ntoso: its text and tree, and what it says of itself.
struct AknText {
  Document document;
  AknFacts facts;
};

// Reads Akoma Ntoso 2.0 or 3.0 (OASIS LegalDocML), of any document type and with or without prefixes.
// Sections are the elements of the hierarchy down to article and section, and those below that have a
// heading; in a file that Muragat wrote, every one. Preface and preamble come before them, conclusions
// behind; what is attached follows under its heading. A title is number and heading. The text is written as
// Markdown writes headings and paragraphs: a line of `#`, number and heading, then paragraphs and, below
// sections, items with their numbers, which empty lines part; tables with pipes, notes in brackets; no other
// mark. Metadata is no text. A document type declaration is refused; entities of its own are never read and
// nothing that the file names is opened. Errors: kInvalidArgument: it is no XML, no Akoma Ntoso, nested more
// than 512 deep, of more than a million tags, or its text is over a limit.
Result<AknText> ReadAkn(std::string_view bytes, const Limits& limits = {});

// Whether what begins with `head` is Akoma Ntoso: its outermost element is <akomaNtoso>.
bool LooksLikeAkn(std::string_view head);

}  // namespace muragat::import
