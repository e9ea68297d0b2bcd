#include "muragat/diff/myers.h"

#include <algorithm>

namespace muragat {
namespace {

constexpr size_t kMaxNumbers = size_t{1} << 29;  // of one sequence, so that all places fit in 32 bits

}  // namespace

bool Myers::Mark(std::span<const uint32_t> older, std::span<const uint32_t> newer, uint32_t max_edits,
                 std::span<uint8_t> deleted, std::span<uint8_t> inserted) {
  older_ = older;
  newer_ = newer;
  deleted_ = deleted;
  inserted_ = inserted;
  return Solve({0, older.size(), 0, newer.size()}, (int64_t{max_edits} + 1) / 2, true);
}

// Only the outermost split can fail: the ones inside it cost half as much each.
bool Myers::Solve(Box box, int64_t max_cost, bool outermost) {
  for (;;) {
    while (box.older_begin < box.older_end && box.newer_begin < box.newer_end &&
           older_[box.older_begin] == newer_[box.newer_begin]) {
      ++box.older_begin, ++box.newer_begin;
    }
    while (box.older_begin < box.older_end && box.newer_begin < box.newer_end &&
           older_[box.older_end - 1] == newer_[box.newer_end - 1]) {
      --box.older_end, --box.newer_end;
    }
    if (box.older_begin == box.older_end || box.newer_begin == box.newer_end) {
      std::fill(deleted_.begin() + static_cast<ptrdiff_t>(box.older_begin),
                deleted_.begin() + static_cast<ptrdiff_t>(box.older_end), uint8_t{1});
      std::fill(inserted_.begin() + static_cast<ptrdiff_t>(box.newer_begin),
                inserted_.begin() + static_cast<ptrdiff_t>(box.newer_end), uint8_t{1});
      return true;
    }
    Split split;
    if (!FindSplit(box, max_cost, outermost, split)) return false;
    outermost = false;
    max_cost = split.cost;
    Solve({box.older_begin, split.older, box.newer_begin, split.newer}, max_cost, false);
    box.older_begin = split.older;
    box.newer_begin = split.newer;
  }
}

// Walks from both corners at once, one edit further each round, until the two meet on a diagonal.
bool Myers::FindSplit(const Box& box, int64_t max_cost, bool outermost, Split& split) {
  const size_t most = std::max(box.older_end - box.older_begin, box.newer_end - box.newer_begin);
  if (most > kMaxNumbers) return false;
  const auto n = static_cast<int32_t>(box.older_end - box.older_begin);
  const auto m = static_cast<int32_t>(box.newer_end - box.newer_begin);
  const int32_t delta = n - m;
  const int32_t rounds = static_cast<int32_t>(std::min<int64_t>(max_cost, (n + m + 1) / 2));
  const bool odd = (delta & 1) != 0;
  const int32_t middle = rounds + 1;
  const auto room = size_t{2} * static_cast<size_t>(middle) + 1;
  if (forward_.size() < room) forward_.resize(room), backward_.resize(room);
  int32_t* const f = forward_.data() + middle;
  int32_t* const b = backward_.data() + middle;
  const uint32_t* const older = older_.data() + box.older_begin;
  const uint32_t* const newer = newer_.data() + box.newer_begin;
  f[1] = b[1] = 0;
  for (int32_t d = 0; d <= rounds; ++d) {
    const int32_t low = -d + 2 * std::max<int32_t>(0, d - m), high = d - 2 * std::max<int32_t>(0, d - n);
    const auto steps = static_cast<uint64_t>(high) - static_cast<uint64_t>(low) + 2;
    if (outermost && steps > steps_left_) return false;
    steps_left_ -= std::min(steps, steps_left_);
    for (int32_t k = low; k <= high; k += 2) {
      int32_t x = k == -d || (k != d && f[k - 1] < f[k + 1]) ? f[k + 1] : f[k - 1] + 1;
      while (x < n && x - k < m && older[x] == newer[x - k]) ++x;
      f[k] = x;
      const int32_t mirror = delta - k;
      if (odd && mirror > -d && mirror < d && x + b[mirror] >= n) {
        split = {box.older_begin + static_cast<size_t>(x), box.newer_begin + static_cast<size_t>(x - k), d};
        return true;
      }
    }
    for (int32_t k = low; k <= high; k += 2) {
      int32_t x = k == -d || (k != d && b[k - 1] < b[k + 1]) ? b[k + 1] : b[k - 1] + 1;
      while (x < n && x - k < m && older[n - 1 - x] == newer[m - 1 - (x - k)]) ++x;
      b[k] = x;
      const int32_t mirror = delta - k;
      if (!odd && mirror >= -d && mirror <= d && x + f[mirror] >= n) {
        split = {box.older_end - static_cast<size_t>(x), box.newer_end - static_cast<size_t>(x - k), d};
        return true;
      }
    }
  }
  return false;
}

}  // namespace muragat
