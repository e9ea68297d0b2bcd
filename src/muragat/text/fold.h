#pragma once

#include <string>
#include <string_view>

namespace muragat {

// NFKC_Casefold of `text` (Unicode 15): two texts that a person would take for one fold to the same bytes.
// ASCII is folded without ICU. Malformed UTF-8 is folded as U+FFFD.
std::string FoldCase(std::string_view text);

// FoldCase with runs of white space as one space and none at either end: for comparing titles.
std::string FoldTitle(std::string_view text);

// A reform's title as the second half of its id: folded to lower case, every run of anything but letters,
// marks and digits of any script as one hyphen, none at either end ("Referendum of 5 June" →
// "referendum-of-5-june"). At most 160 bytes, cut at a hyphen where there is one; "reform" where nothing
// would be left.
std::string Slug(std::string_view title);

}  // namespace muragat
