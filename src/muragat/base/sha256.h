#pragma once

#include <string>
#include <string_view>

namespace muragat {

// The 32 bytes of SHA-256 of `bytes` (FIPS 180-4).
std::string Sha256(std::string_view bytes);

// The same as 64 lower-case hex digits.
std::string Sha256Hex(std::string_view bytes);

}  // namespace muragat
