#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace muragat {

using Sequence = std::vector<uint32_t>;

// The length of a longest common subsequence, by the textbook's table.
size_t CommonLength(const Sequence& a, const Sequence& b);

// What is not marked.
Sequence Kept(const Sequence& sequence, const std::vector<uint8_t>& marks);

}  // namespace muragat
