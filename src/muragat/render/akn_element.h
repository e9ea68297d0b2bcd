#pragma once

#include <string>
#include <string_view>

namespace muragat {

// What a section is in Akoma Ntoso.
struct AknElement {
  std::string_view name;    // of the element: "article"
  std::string_view prefix;  // of its eId, by the naming convention: "art"
  std::string_view kind;    // what an "hcontainer" is called: "annex"; else empty
};

// The element for a section whose number is written like this: "Article 50." and "50-бап" and "第五十条" are
// an article. A section where no word tells, or one that Akoma Ntoso has no element for.
AknElement FindAknElement(std::string_view designator);

// A number as a part of an eId: letters and digits as they are, one hyphen for what stands between them ("17
// bis" gives "17-bis", "(a)" gives "a"). Empty where there are none.
std::string AknIdNumber(std::string_view number);

// A title in two: its designator as it is written, without what sets it off, and the rest.
struct AknTitle {
  std::string_view num;      // "Article 50."; may be empty
  std::string_view heading;  // "Free speech"; may be empty
};
AknTitle SplitAknTitle(std::string_view title);

}  // namespace muragat
