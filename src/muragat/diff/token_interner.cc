#include "muragat/diff/token_interner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "muragat/base/hash.h"

namespace muragat {
namespace {

uint64_t Load(const char* bytes) {
  uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// The first bytes and the last ones, up to eight of each; they overlap in a short piece.
struct Ends {
  uint64_t first = 0, last = 0;
};

inline Ends EndsOf(std::string_view piece) {
  const size_t size = piece.size();
  if (size >= 8) return {Load(piece.data()), Load(piece.data() + size - 8)};
  Ends ends;
  if (size >= 4) {
    std::memcpy(&ends.first, piece.data(), 4);
    std::memcpy(&ends.last, piece.data() + size - 4, 4);
  } else if (size > 0) {
    ends.first = static_cast<uint8_t>(piece.front());
    ends.last = static_cast<uint8_t>(piece[size / 2]) | uint64_t{static_cast<uint8_t>(piece.back())} << 8;
  }
  return ends;
}

constexpr size_t kShortBytes = 16;  // both ends are the whole piece
constexpr int kSizeShift = 27;      // the upper bits of a hash are the size, or kShortBytes + 1

inline uint32_t HashPiece(std::string_view piece, const Ends& ends) {
  if (piece.size() > kShortBytes) {
    return static_cast<uint32_t>(Hash64(piece)) >> (32 - kSizeShift) | static_cast<uint32_t>(kShortBytes + 1)
                                                                           << kSizeShift;
  }
  const uint64_t mixed = ends.first * 0x9e3779b97f4a7c15 ^ (ends.last + 0x7f4a7c15) * 0xc2b2ae3d27d4eb4f;
  const auto hash = static_cast<uint32_t>((mixed ^ mixed >> 29) * 0xbf58476d1ce4e5b9 >> (64 - kSizeShift));
  return hash | static_cast<uint32_t>(piece.size()) << kSizeShift;
}

}  // namespace

TokenInterner::TokenInterner(size_t expected) : slots_(std::bit_ceil(expected * 2 + 2)) {}

void TokenInterner::Clear() {
  constexpr uint32_t kMaxBase = uint32_t{1} << 31;
  base_ += size();
  pieces_.clear();
  if (base_ < kMaxBase) return;
  base_ = 0;
  bytes_.fill(0);
  std::fill(slots_.begin(), slots_.end(), Slot());
}

uint32_t TokenInterner::InternLong(std::string_view piece) {
  const Ends ends = EndsOf(piece);
  const uint32_t hash = HashPiece(piece, ends);
  const size_t mask = slots_.size() - 1;
  size_t place = hash & mask;
  for (; slots_[place].number_and_one > base_; place = (place + 1) & mask) {
    const Slot& slot = slots_[place];
    if (slot.hash != hash || slot.first != ends.first || slot.last != ends.last) continue;
    if (piece.size() <= kShortBytes || pieces_[slot.number_and_one - base_ - 1] == piece)
      return slot.number_and_one - base_ - 1;
  }
  pieces_.push_back(piece);
  slots_[place] = {hash, base_ + size(), ends.first, ends.last};
  if (pieces_.size() * 2 > slots_.size()) Grow();
  return size() - 1;
}

void TokenInterner::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number_and_one <= base_) continue;
    size_t place = slot.hash & mask;
    while (slots_[place].number_and_one > base_) place = (place + 1) & mask;
    slots_[place] = slot;
  }
}

}  // namespace muragat
