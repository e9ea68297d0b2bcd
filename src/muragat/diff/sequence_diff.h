#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "muragat/diff/bit_parallel.h"
#include "muragat/diff/myers.h"

namespace muragat {

// Finds what two sequences of numbers have in common: exactly where the bound allows it, else between runs of
// numbers that occur once on each side, else not at all. Thread-safety: one thread. May be used again and
// again.
class SequenceDiff {
 public:
  // At most `max_edits` for one pair of sequences (see Myers), and `max_steps` for all of them together.
  SequenceDiff(uint32_t max_edits, uint64_t max_steps) : max_edits_(max_edits), myers_(max_steps) {}

  // Sets `deleted[i]` and `inserted[j]` to true for what is not common; they come in all false, in the sizes
  // of the sequences. All numbers are below `number_end`. Cost: linear, plus Myers.
  void Mark(std::span<const uint32_t> older, std::span<const uint32_t> newer, uint32_t number_end,
            std::span<uint8_t> deleted, std::span<uint8_t> inserted);

  // Whether the bound was met in any call: what was marked is right, but more than need be.
  bool coarse() const { return coarse_; }

 private:
  struct Stretch {
    std::span<const uint32_t> older, newer;
    std::span<uint8_t> deleted, inserted;
    Stretch Part(size_t older_begin, size_t older_end, size_t newer_begin, size_t newer_end) const;
  };

  // The numbers of a sequence that are on both sides, where each of them was, and whether it is changed.
  struct Common {
    std::vector<uint32_t> numbers, places;
    std::vector<uint8_t> changed;
    void Keep(std::span<const uint32_t> sequence, const std::vector<uint8_t>& sides);
    void Spread(std::span<uint8_t> marks) const;
  };

  void MarkStretch(Stretch stretch, size_t level);
  bool MarkExactly(const Stretch& stretch);
  bool MarkCommon(uint32_t number_end);
  bool MarkBetweenAnchors(const Stretch& stretch, size_t level);

  uint32_t max_edits_;
  Myers myers_;
  BitParallel bit_parallel_;
  bool coarse_ = false;
  std::vector<uint8_t> sides_;  // by number: 1 where it is in the older sequence, 2 in the newer one
  Common older_, newer_;        // of one call; their memory is kept
};

}  // namespace muragat
