#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace muragat {

// A longest common subsequence of two sequences of numbers, found in linear space (E. Myers, "An O(ND)
// Difference Algorithm and Its Variations", 1986, section 4b), with a bound on the work. Thread-safety: one
// thread. May be used again and again; its memory is kept.
class Myers {
 public:
  // All calls together take at most `max_steps` steps; then each gives up at once.
  explicit Myers(uint64_t max_steps) : steps_left_(max_steps) {}

  // Sets `deleted[i]` and `inserted[j]` to true for what is not common, and leaves the rest as it is.
  // Returns false, with neither touched, where it would take more than `max_edits` of both together.
  // Cost: at most (max_edits)² / 2 steps and the sizes.
  bool Mark(std::span<const uint32_t> older, std::span<const uint32_t> newer, uint32_t max_edits,
            std::span<uint8_t> deleted, std::span<uint8_t> inserted);

 private:
  struct Box {
    size_t older_begin, older_end, newer_begin, newer_end;  // half-open
  };
  struct Split {
    size_t older = 0, newer = 0;
    int64_t cost = 0;  // no half needs more edits than this
  };

  bool Solve(Box box, int64_t max_cost, bool outermost);
  bool FindSplit(const Box& box, int64_t max_cost, bool outermost, Split& split);

  std::span<const uint32_t> older_, newer_;
  std::span<uint8_t> deleted_, inserted_;
  std::vector<int32_t> forward_, backward_;  // by diagonal: how far in `older`
  uint64_t steps_left_ = 0;
};

}  // namespace muragat
