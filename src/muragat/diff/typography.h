#pragma once

#include <string>
#include <string_view>

namespace muragat {

// `text` without what depends on how it was captured: runs of white space (no-break spaces among it) as one
// space and none at either end, typographic quotes as ' and ", dashes as -, an ellipsis as three full stops,
// soft hyphens and zero-width spaces left out. Malformed bytes stay.
std::string PlainTypography(std::string_view text);

// What stands before the cut in the body of a teaser ("… ensure th... Read more"): the text before its last
// ellipsis or run of dots, which must be among its last 64 bytes; an empty view where there is none.
std::string_view TextBeforeCut(std::string_view body);

}  // namespace muragat
