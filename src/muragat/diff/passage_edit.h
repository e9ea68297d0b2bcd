#pragma once

#include <cstddef>
#include <optional>

#include "muragat/diff/amended_section.h"
#include "muragat/model/instruction.h"

namespace muragat {

// The paragraphs from one index to another, by designator where it is one paragraph that has one, else by
// number.
Passage NameParagraphs(const AmendedSection& section, size_t first, size_t last);

// A replacement as an amendment of a passage as a whole, quoting nothing of the old text: paragraphs that go,
// come or are substituted, words that come at an end of a paragraph, the heading or the text. What only comes
// or only goes may be slid over white space for that, to where it makes the same text. Nothing where it is no
// such change.
std::optional<Amendment> EditPassage(const AmendedSection& section, const Replacement& replacement);

}  // namespace muragat
