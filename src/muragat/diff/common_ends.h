#pragma once

#include <cstddef>
#include <string_view>

namespace muragat {

// How many bytes two texts have in common at their beginnings, or at their ends; of equal texts all.
size_t EqualPrefix(std::string_view a, std::string_view b);
size_t EqualSuffix(std::string_view a, std::string_view b);

// How many bytes two texts have in common at their beginnings and at their ends. The two never overlap.
struct CommonEnds {
  size_t begin_bytes = 0;
  size_t end_bytes = 0;
};

// Only cuts that part no word, white space or grapheme of either text: where a line begins, unless that is
// more than 4,096 bytes away, or (with `lines_only` false) between ASCII white space and another ASCII
// character.
CommonEnds FindCommonEnds(std::string_view older, std::string_view newer, bool lines_only);

}  // namespace muragat
