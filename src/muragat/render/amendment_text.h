#pragma once

#include <string>

#include "muragat/model/instruction.h"

namespace muragat {

struct WordedAmendment {
  std::string line;   // without the mark at its end
  std::string block;  // where what comes is long: its lines, behind "insert" or "substitute"
};

// "in Article 50(3), for “67” substitute “77”" without the first "in "; without `section` (empty) as it
// stands below the section's name: "in paragraph (3), for “67” substitute “77”". What comes is written as a
// block where it is longer than thirty words, or than six with a line end among them.
WordedAmendment WordAmendment(const Amendment& amendment, const std::string& section);

}  // namespace muragat
