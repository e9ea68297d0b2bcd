#pragma once

#include <cstddef>
#include <string_view>

namespace muragat {

// The first offset from `at` on that holds neither an ASCII letter nor an ASCII digit, or the text's size.
// Eight bytes at a time, for words are short and their ends are not foreseen.
size_t EndOfPlainLetters(std::string_view text, size_t at);

}  // namespace muragat
