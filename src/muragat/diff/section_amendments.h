#pragma once

#include <string>
#include <vector>

#include "muragat/model/document.h"
#include "muragat/model/instruction.h"

namespace muragat {

// How a section is brought from its older text to its newer one.
struct SectionAmendments {
  bool renumbered = false;  // first called by its new name
  std::vector<Amendment> amendments;
  bool whole = false;              // nothing else does: it is to be replaced, heading and all
  std::vector<std::string> notes;  // where its text is given anew because words could not be amended
};

// `name` and `new_name` are what the section is called (NameSection). What is amended is carried out to see
// that it gives the newer text; each next best way is taken where it does not. Cost: two DiffReadably.
SectionAmendments AmendSection(const Section& older, const Section& newer, const std::string& name,
                               const std::string& new_name);

}  // namespace muragat
