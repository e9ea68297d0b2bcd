#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "muragat/search/query_matcher.h"

namespace muragat {

// A piece of a text around what was found in it.
struct Snippet {
  std::string text;                                  // one line; "…" where the text goes on
  std::vector<std::pair<uint32_t, uint32_t>> marks;  // bytes of `text` that were found, half-open, in order
};

// The stretch of about `characters` characters of `text` with most of the different terms that were found,
// then with most places, then the first; what was found is in it whole unless it is longer. White space is
// one blank, controls are left out. With nothing found, the text's beginning.
Snippet MakeSnippet(std::string_view text, std::vector<FoundTerm> found, size_t characters);

}  // namespace muragat
