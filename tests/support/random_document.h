#pragma once

#include "muragat/model/document.h"
#include "tests/support/random.h"

namespace muragat::support {

// A document of up to eight sections with words that repeat, as policies do.
Document RandomDocument(Random& random);

// A later text of the same document: words changed, sections added, taken out, renamed, moved or swallowed.
Document ChangeDocument(const Document& document, Random& random);

}  // namespace muragat::support
