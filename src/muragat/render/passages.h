#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "muragat/diff/change.h"

namespace muragat {

// Sentences that a change touched: as they were and as they are, each in one line. One of them may be empty.
struct ChangedPassage {
  std::string before, after;
  uint64_t words = 0;  // that came or went
};

// The sentences of a section's text around what changed, in reading order; changes in one sentence, and in
// those next to it, are one passage. The `most` with the most words are kept; `left_out` is how many are not.
// A passage is cut to about 300 characters around its first change.
std::vector<ChangedPassage> FindPassages(const SectionChange& change, size_t most, size_t& left_out);

}  // namespace muragat
