#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muragat/diff/change.h"
#include "muragat/diff/draft_instructions.h"

namespace muragat::tools {

// The change between two editions as instructions that were read back and carried out before they are given
// away; where that failed, the whole text is given anew, with a note. Empty where nothing has changed.
// Errors: kInvalidArgument: that failed, too.
Result<std::string> WriteCheckedInstructions(const std::vector<LineageSection>& older,
                                             const std::vector<LineageSection>& newer,
                                             const DocumentChange& change, const InstructionOptions& options);

// Carries out what WriteCheckedInstructions wrote.
// Errors: kInvalidArgument: `text` is none of it; kConflict: it does not fit `base`.
Result<std::string> CarryOutText(std::string_view text, std::string_view base);

}  // namespace muragat::tools
