#pragma once

#include <string_view>

#include "muragat/base/status.h"
#include "muragat/diff/change.h"

namespace muragat {

// What two texts may differ in and still be held equal.
struct Ignored {
  bool letter_case = false;
  bool space = false;       // how much white space stands where, and whether any does between other signs
  bool typography = false;  // quotes, dashes and ellipses, as PlainTypography
  bool numbers = false;     // which digits a number is written with

  bool Any() const { return letter_case || space || typography || numbers; }
};

// Reads "case,space,typography,numbers", or some of them. Errors: kInvalidArgument: another word.
Result<Ignored> ParseIgnored(std::string_view text);

// Leaves out of `change` what is to be ignored, word by word: the older text is taken as if it had been
// written like the newer one there. Whether anything is left: else the section has not changed. Its script is
// readable again. Sections that came, went, or were moved, split or merged always stay.
bool Ignore(const Ignored& ignored, SectionChange& change);

}  // namespace muragat
