#include "muragat/search/text_sketches.h"

#include <algorithm>

namespace muragat {
namespace {

constexpr size_t kFirstSlots = 1024;
constexpr size_t kGroupsAWord = 10;  // of 64 bits
constexpr uint64_t kMix = 0x9E3779B97F4A7C15u, kMixMore = 0xBF58476D1CE4E5B9u;

// The two bits of a group, among `bits`.
uint64_t FirstBit(WordGroup group, uint64_t bits) { return (group & UINT32_MAX) * bits >> 32; }
uint64_t SecondBit(WordGroup group, uint64_t bits) { return (group >> 32) * bits >> 32; }

uint64_t Join(uint64_t first, uint64_t second) {
  uint64_t hash = (first ^ (second << 23 | second >> 41)) * kMix;
  hash = (hash ^ hash >> 29) * kMixMore;
  return hash ^ hash >> 32;
}

bool IsSet(const uint64_t* words, uint64_t bit) { return (words[bit / 64] >> (bit % 64) & 1) != 0; }

}  // namespace

void WordGroups::Append(uint64_t hash, std::vector<WordGroup>& groups) {
  std::optional<uint64_t> pair;
  if (word_) groups.push_back(*(pair = Join(*word_, hash)));
  if (pair_) groups.push_back(Join(*pair_, hash));
  word_ = hash;
  pair_ = pair;
}

void TextSketches::BeginPhrase(const Reader& reader) {
  if (&reader == reader_ && version_ && version_ == reader.view().version()) return;
  reader_ = &reader;
  version_ = reader.view().version();
  slots_.assign(kFirstSlots, {});
  used_ = 0;
  bits_.clear();
  is_full_ = false;
}

// The first texts of documents lie together in their order, since they are asked for so.
size_t TextSketches::SlotOf(const SectionPlace& place, uint32_t ordinal) const {
  uint64_t hash = uint64_t{place.document.value} * 4;
  if (ordinal == kCount) ordinal = 0, ++hash;
  if (place.section.value != 1 || ordinal != 0) {
    hash = (hash << 32 ^ uint64_t{place.section.value} << 24 ^ ordinal) * kMix;
    hash ^= hash >> 32;
  }
  return hash & (slots_.size() - 1);
}

const TextSketches::Slot* TextSketches::Find(const SectionPlace& place, uint32_t ordinal) const {
  if (slots_.empty()) return nullptr;
  for (size_t at = SlotOf(place, ordinal); slots_[at].place.document.value != 0;
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].place == place && slots_[at].ordinal == ordinal) return &slots_[at];
  }
  return nullptr;
}

void TextSketches::Grow() {
  std::vector<Slot> before(slots_.size() * 2);
  before.swap(slots_);
  used_ = 0;
  for (const Slot& slot : before) {
    if (slot.place.document.value != 0) Insert(slot);
  }
}

bool TextSketches::Insert(const Slot& slot) {
  if ((used_ + 1) * 2 > slots_.size()) {
    const size_t bytes = slots_.size() * 2 * sizeof(Slot) + bits_.size() * sizeof(uint64_t);
    is_full_ = is_full_ || bytes > max_bytes_;
    if (is_full_) return false;
    Grow();
  }
  size_t at = SlotOf(slot.place, slot.ordinal);
  while (slots_[at].place.document.value != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = slot;
  ++used_;
  return true;
}

void TextSketches::Add(const SectionPlace& place, Ordinal ordinal, std::span<const WordGroup> groups) {
  if (is_full_ || Knows(place, ordinal)) return;
  const size_t begin = bits_.size();
  const size_t words = std::max<size_t>(1, (groups.size() + kGroupsAWord - 1) / kGroupsAWord);
  is_full_ = (begin + words + 1) * sizeof(uint64_t) + slots_.size() * sizeof(Slot) > max_bytes_ ||
             begin > UINT32_MAX;
  if (is_full_ || !Insert({place, ordinal.value, static_cast<uint32_t>(begin)})) return;
  bits_.resize(begin + 1 + words);
  bits_[begin] = words;
  uint64_t* const text = &bits_[begin + 1];
  for (const WordGroup group : groups) {
    for (const uint64_t bit : {FirstBit(group, words * 64), SecondBit(group, words * 64)})
      text[bit / 64] |= uint64_t{1} << (bit % 64);
  }
}

void TextSketches::AddCount(const SectionPlace& place, uint32_t texts) {
  if (!is_full_ && Find(place, kCount) == nullptr) Insert({place, kCount, texts});
}

bool TextSketches::MayHold(const SectionPlace& place, Ordinal ordinal,
                           std::span<const WordGroup> groups) const {
  const Slot* const slot = Find(place, ordinal.value);
  if (slot == nullptr) return true;
  const uint64_t* const text = &bits_[slot->value];
  const uint64_t bits = *text * 64;
  return std::all_of(groups.begin(), groups.end(), [&](WordGroup group) {
    return IsSet(text + 1, FirstBit(group, bits)) && IsSet(text + 1, SecondBit(group, bits));
  });
}

bool TextSketches::MayAnyHold(const SectionPlace& place, uint32_t begin, uint32_t end,
                              std::span<const WordGroup> groups) const {
  const Slot* const count = Find(place, kCount);
  if (count == nullptr) return true;
  for (uint32_t ordinal = begin; ordinal < std::min(end, count->value); ++ordinal) {
    if (MayHold(place, {ordinal}, groups)) return true;
  }
  return false;
}

}  // namespace muragat
