#pragma once

#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/model/instruction.h"

namespace muragat {

// The size and SHA-256 of a text.
TextDigest DigestText(std::string_view text);

// What comes of `older` when the instructions are carried out, whatever text they were made from.
// Errors: kConflict: a section, passage or word is not where they say.
Result<std::string> CarryOutInstructions(std::string_view older, const InstructionSheet& sheet);

// The same for the text that the instructions were made from, or that section alone where they change the
// text of one; what comes of it is the text that they promise, byte for byte.
// Errors: kConflict: it is another text, or another one came of it.
Result<std::string> ApplyInstructions(std::string_view older, const InstructionSheet& sheet);

}  // namespace muragat
