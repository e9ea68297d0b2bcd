#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace muragat {

// A place where two sequences are equal.
struct Anchor {
  size_t older = 0;
  size_t newer = 0;
  friend bool operator==(const Anchor&, const Anchor&) = default;
};

// The beginnings of the runs of `run_length` numbers that occur exactly once in `older` and exactly once in
// `newer`: the longest set of them that rises on both sides (patience). Runs may overlap. Cost: n log n.
std::vector<Anchor> FindAnchors(std::span<const uint32_t> older, std::span<const uint32_t> newer,
                                size_t run_length);

}  // namespace muragat
