#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace muragat {

// A set of hashes, up to a bound: what is not in it has never come. Thread-safety: one thread.
class KnownHashes {
 public:
  explicit KnownHashes(size_t max_hashes) : max_hashes_(max_hashes) {}

  // Whether `hash` is new. It is not taken in where the set is full.
  bool Add(uint64_t hash) {
    if ((count_ + 1) * 2 > slots_.size()) Grow();
    hash = std::max<uint64_t>(hash, 1);  // 0 is a free slot
    uint64_t& slot = Find(hash);
    if (slot != 0) return false;
    if (full()) return true;
    slot = hash;
    ++count_;
    return true;
  }
  bool full() const { return count_ >= max_hashes_; }

 private:
  uint64_t& Find(uint64_t hash) {
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  void Grow() {
    constexpr size_t kFirstSlots = 64;
    const std::vector<uint64_t> before = std::exchange(slots_, {});
    slots_.resize(std::max(kFirstSlots, before.size() * 2));
    for (const uint64_t hash : before) {
      if (hash != 0) Find(hash) = hash;
    }
  }

  size_t max_hashes_;
  size_t count_ = 0;
  std::vector<uint64_t> slots_;
};

}  // namespace muragat
