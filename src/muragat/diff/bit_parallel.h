#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace muragat {

// A longest common subsequence of two sequences of numbers, found in a table that has a bit for each pair of
// places: sixty-four cells at once (H. Hyyrö, "Bit-Parallel LCS-length Computation Revisited", 2004; the
// table is kept, and walked back through). However much differs, the cost is the same; Myers is cheaper where
// little does. Thread-safety: one thread. May be used again and again; its memory is kept.
class BitParallel {
 public:
  // How many words of 64 bits the table of two sequences of these sizes has.
  static size_t TableWords(size_t older_size, size_t newer_size) {
    return (older_size + kWordBits - 1) / kWordBits * newer_size;
  }

  // Sets `deleted[i]` and `inserted[j]` to true for what is not common, and leaves the rest as it is. Of
  // several that are longest it takes what stands together earliest. All numbers are below `number_end`.
  // Cost: TableWords in memory and in steps, and a row of the table for each different number of `older`.
  void Mark(std::span<const uint32_t> older, std::span<const uint32_t> newer, uint32_t number_end,
            std::span<uint8_t> deleted, std::span<uint8_t> inserted);

 private:
  static constexpr size_t kWordBits = 64;

  void FindPlaces(std::span<const uint32_t> older, uint32_t number_end);
  void FillTable(std::span<const uint32_t> newer);
  bool IsStep(size_t row, size_t place) const {
    return (table_[row * row_words_ + place / kWordBits] >> (place % kWordBits) & 1) == 0;
  }

  size_t row_words_ = 0;
  std::vector<uint32_t> rows_of_numbers_;  // in places_, and one; 0: not in `older`
  std::vector<uint64_t> places_;           // by row: where in `older` a number is; places count from the ends
  std::vector<uint64_t> table_;  // by place in `newer`: no bit where the common length grows in `older`
};

}  // namespace muragat
