#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muragat {

// Gives equal pieces of text equal numbers, 0 … in the order of their first coming. The pieces must stay in
// memory.
class TokenInterner {
 public:
  // `expected` pieces are taken without growing.
  explicit TokenInterner(size_t expected = 64);

  uint32_t Intern(std::string_view piece) {
    if (piece.size() != 1) return InternLong(piece);
    uint32_t& number_and_one = bytes_[static_cast<uint8_t>(piece.front())];
    if (number_and_one <= base_) {
      pieces_.push_back(piece);
      number_and_one = base_ + size();
    }
    return number_and_one - base_ - 1;
  }

  // Forgets all pieces; numbers begin at 0 again. Cost: none.
  void Clear();

  // How many different pieces came. All numbers are below it.
  uint32_t size() const { return static_cast<uint32_t>(pieces_.size()); }

 private:
  // A piece of up to sixteen bytes is known by its hash, which holds the size, and its ends.
  struct Slot {
    uint32_t hash = 0;
    uint32_t number_and_one = 0;  // and base_; up to base_: free
    uint64_t first = 0, last = 0;
  };
  uint32_t InternLong(std::string_view piece);
  void Grow();

  std::vector<Slot> slots_;  // a power of two of them, at most half in use
  std::vector<std::string_view> pieces_;
  uint32_t base_ = 0;                  // how many pieces were forgotten
  std::array<uint32_t, 256> bytes_{};  // the same of pieces of one byte; up to base_: none yet
};

}  // namespace muragat
