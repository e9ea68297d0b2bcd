#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "muragat/diff/amended_section.h"
#include "muragat/model/instruction.h"

namespace muragat {

// How many words an amendment quotes, of the old text and the new one.
uint64_t CountQuotedWords(const Amendment& amendment);

// Words `replacements` of a section's old text as amendments, in its order; those of the heading and of the
// text each in rising order, and none over the border. Whole paragraphs are named. Of what goes, more than
// eight words are quoted by their beginning and end; of what stays, up to three words are quoted before what
// comes in, and no more than come; where they stand in several places it is said which. What is done to the
// same words in several places is one amendment. Nothing where a replacement lies between no two tokens.
// Amendments that overlap in the old text may come of it; the caller carries them out to see.
std::optional<std::vector<Amendment>> WordAmendments(const AmendedSection& section,
                                                     const std::vector<Replacement>& replacements);

}  // namespace muragat
