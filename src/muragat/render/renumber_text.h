#pragma once

#include <string>
#include <vector>

#include "muragat/model/instruction.h"

namespace muragat {

// The sections of a kRenumber instruction and what they are called then, numbers in a row as one: "Articles
// 52 to 54 as Articles 53 to 55", "60-бап to 62-бап as 61-бап to 63-бап", "Article 70-1 as Article 74".
std::vector<std::string> WriteRenumbering(const InstructionSheet& sheet, const Instruction& instruction);

}  // namespace muragat
