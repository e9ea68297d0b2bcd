#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/bytes.h"

namespace muragat {

// The numbers of doc/format.md as varints: none is larger than 32 bits.

// Reads one; a larger one is malformed and fails `reader`.
uint32_t ReadVarint32(ByteReader& reader);

// A value that is nothing but one number, 1 or more, and back. Nothing where the bytes are no such value.
std::string EncodeNumber(uint32_t number);
std::optional<uint32_t> DecodeNumber(std::string_view value);

}  // namespace muragat
