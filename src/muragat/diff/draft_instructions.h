#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muragat/diff/change.h"
#include "muragat/model/instruction.h"

namespace muragat {

// What the instructions are of; the names stand in their first line.
struct InstructionOptions {
  std::string document, from, to;
  std::optional<SectionNumber> only;  // the change of this section alone
};

// A change of a document, as CompareEditions gives it, as a drafter words it: sections that go, move and come
// in the order of the text, with what is amended in each; then the sections that are called another number.
// Where a section's words cannot be amended one by one, or that would quote more than its new text, its text
// is given anew; a note says so where it could not be helped. No instructions where nothing has changed. What
// comes of them, by CarryOutInstructions, is the newer text byte for byte; with `only`, the older one with
// that section as it is in the newer one, behind the section that it stands behind there.
// Cost: as CompareEditions, for the sections that have changed.
InstructionSheet DraftInstructions(const std::vector<LineageSection>& older,
                                   const std::vector<LineageSection>& newer, const DocumentChange& change,
                                   const InstructionOptions& options);

// The same change as one instruction that gives the whole text anew, with `note` for whoever reads it.
InstructionSheet GiveAnew(const InstructionSheet& sheet, const std::string& newer, const std::string& note);

}  // namespace muragat
