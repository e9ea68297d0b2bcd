#pragma once

#include "import/limits.h"
#include "muragat/base/status.h"
#include "muragat/model/document.h"

namespace pugi {
class xml_node;
}

namespace muragat::import {

// Cuts the document whose element is `root` into the sections of `document`, as ReadAkn says. `own`: every
// element of the hierarchy is a section, and line ends stay in paragraphs. `root` is at most 512 deep.
// Errors: kInvalidArgument: more sections or text than the limits allow.
Status CutAkn(pugi::xml_node root, bool own, const Limits& limits, Document& document);

}  // namespace muragat::import
