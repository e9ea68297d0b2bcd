#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "muragat/diff/change.h"

namespace muragat {

// 12345 as "12,345".
std::string FormatCount(uint64_t count);

// "1 change", "12,345 changes": `noun` with an s unless there is one.
std::string CountOf(uint64_t count, const std::string& noun);

// "+9 −14 words", "+1 word"; "no words" where there are none. The minus is U+2212.
std::string FormatWords(uint64_t words_in, uint64_t words_out);

// What happened, as a reader says it: "renamed, moved". A change of the text alone gives an empty string.
std::string DescribeEvents(const std::vector<ChangeEvent>& events);

// A number for an attribute of SVG, with at most two decimals, whatever the locale.
std::string FormatCoordinate(double value);

}  // namespace muragat
