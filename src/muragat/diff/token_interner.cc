#include "muragat/diff/token_interner.h"

#include <bit>

#include "muragat/base/hash.h"

namespace muragat {

TokenInterner::TokenInterner(size_t expected) : slots_(std::bit_ceil(expected * 2 + 2)) {}

uint32_t TokenInterner::Intern(std::string_view piece) {
  const auto hash = static_cast<uint32_t>(Hash64(piece));
  const size_t mask = slots_.size() - 1;
  size_t place = hash & mask;
  for (; slots_[place].number_and_one != 0; place = (place + 1) & mask) {
    const Slot& slot = slots_[place];
    if (slot.hash == hash && pieces_[slot.number_and_one - 1] == piece) return slot.number_and_one - 1;
  }
  pieces_.push_back(piece);
  slots_[place] = {hash, size()};
  if (pieces_.size() * 2 > slots_.size()) Grow();
  return size() - 1;
}

void TokenInterner::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number_and_one == 0) continue;
    size_t place = slot.hash & mask;
    while (slots_[place].number_and_one != 0) place = (place + 1) & mask;
    slots_[place] = slot;
  }
}

}  // namespace muragat
