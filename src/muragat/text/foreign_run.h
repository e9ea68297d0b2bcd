#pragma once

#include <string_view>
#include <vector>

#include "muragat/text/words.h"

namespace muragat {

// Appends the tokens of `run` to `out`, cut by ICU's word rules for the root locale; what is no word is cut
// further into graphemes. `run` must be well-formed UTF-8 of at most 1 GiB. The rules are opened once a
// thread. Where ICU has no rules (its data is missing), each code point is a token.
void CutForeignWords(std::string_view run, std::vector<Token>& out);

// Appends the graphemes of `run` to `out`, cut by ICU's character rules; else as CutForeignWords.
void CutForeignGraphemes(std::string_view run, std::vector<Token>& out);

}  // namespace muragat
