#pragma once

#include <cstddef>
#include <string_view>

namespace muragat {

// How many columns of a terminal a character or a text takes: two for wide ones, none for combining marks.
size_t DisplayWidth(char32_t character);
size_t DisplayWidth(std::string_view text);

}  // namespace muragat
