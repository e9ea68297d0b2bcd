#pragma once

#include <string>
#include <string_view>

namespace muragat::support {

// The bytes that hex digits stand for; white space between them is passed over. Anything else gives an empty
// string.
std::string FromHex(std::string_view digits);

// Two lower-case hex digits a byte.
std::string ToHex(std::string_view bytes);

}  // namespace muragat::support
