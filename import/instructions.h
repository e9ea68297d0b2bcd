#pragma once

#include <string_view>

#include "muragat/base/status.h"
#include "muragat/model/instruction.h"

namespace muragat::import {

// Whether `text` begins as instructions do.
bool AreInstructions(std::string_view text);

// Reads what WriteInstructions writes (muragat/render/instruction_text.h), but for the names in its first
// line and the notes. Errors: kInvalidArgument: no such text (the message has the line's number).
Result<InstructionSheet> ReadInstructions(std::string_view text);

}  // namespace muragat::import
