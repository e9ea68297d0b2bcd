#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace muragat {

// Where the sentences of `text` end, in bytes, in rising order; the last is its size. White space belongs to
// the sentence before it; a line end ends one (Unicode Standard Annex 29). Empty for an empty text.
// Thread-safety: any thread. Cost: linear.
std::vector<size_t> CutSentences(std::string_view text);

}  // namespace muragat
