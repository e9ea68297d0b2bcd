#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace muragat {

// "first" … "twelfth", then "13th", "21st" … `number` is at least 1.
std::string OrdinalWord(uint32_t number);

// The number that OrdinalWord writes so, or nothing.
std::optional<uint32_t> ReadOrdinalWord(std::string_view word);

}  // namespace muragat
