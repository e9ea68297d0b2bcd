#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace muragat {

// The indices of a longest strictly rising run of `values`, in order. What is not in it has moved. Cost: n
// log n.
std::vector<size_t> LongestRisingRun(std::span<const size_t> values);

}  // namespace muragat
