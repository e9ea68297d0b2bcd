#pragma once

#include <optional>

#include "import/phrase_cursor.h"
#include "muragat/model/instruction.h"

namespace muragat::import {

// "the second paragraph", "the first to third paragraphs", "paragraph (3)", "the heading", "the text".
std::optional<Passage> ReadPassage(PhraseCursor& cursor);

// Reads "for “67” substitute “77”", "omit the second paragraph" and the like, up to the mark behind it.
// `passage` is the one that was named before it. Where what comes is a block, its text is left empty and
// `block` set.
std::optional<Amendment> ReadAmendment(PhraseCursor& cursor, const Passage& passage, bool& block);

}  // namespace muragat::import
