#pragma once

#include <string_view>

namespace muragat {

// Whether `text` matches `glob`: * is any run of characters, also slashes, ? is one character.
bool MatchesGlob(std::string_view glob, std::string_view text);

}  // namespace muragat
