#include "muragat/store/document_tail.h"

#include <bit>

#include "muragat/base/hash.h"

namespace muragat {

LineageTail& DocumentTail::Lineage(SectionNumber section) {
  if (lineages.size() < section.value) lineages.resize(section.value);
  return lineages[section.value - 1];
}

void DocumentTail::Hold(std::span<const SectionView> held) {
  sections.Assign(held);
  has_text = has_sections = true;
  for (uint32_t i = 0; i < refs.size(); ++i) Lineage(refs[i].section).place = i;
}

size_t DocumentTail::PlaceOf(SectionNumber section, Ordinal ordinal) const {
  if (!has_sections || section.value > lineages.size()) return kNone;
  const uint32_t place = lineages[section.value - 1].place;
  const bool held = place < refs.size() && refs[place].section == section && refs[place].ordinal == ordinal;
  return held ? place : kNone;
}

size_t DocumentTail::SizeBytes() const {
  constexpr size_t kBlockBytes = 16;  // of the memory's own, for each block
  size_t bytes = refs.capacity() * sizeof(SectionRef) + kBlockBytes + sections.SizeBytes() + kBlockBytes +
                 lineages.capacity() * sizeof(LineageTail) + kBlockBytes;
  if (const size_t tree_bytes = tree.SizeBytes(); tree_bytes != 0) bytes += tree_bytes + 2 * kBlockBytes;
  for (const LineageTail& lineage : lineages)
    bytes += lineage.marks.capacity() * sizeof(TextMark) + kBlockBytes;
  return bytes;
}

DocumentTails::Slot* DocumentTails::FindSlot(std::string_view id, uint32_t hash) {
  if (slots_.empty()) return nullptr;
  for (size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    Slot& slot = slots_[at];
    if (slot.place == 0) return nullptr;
    if (slot.hash == hash && slot.place != kGone && entries_[slot.place - 1].id == id) return &slot;
  }
}

DocumentTail* DocumentTails::Find(std::string_view id) {
  const Slot* slot = FindSlot(id, Checksum32(id));
  if (slot == nullptr) return nullptr;
  current_ = slot->place - 1;
  entries_[current_].asked = true;
  return &entries_[current_].tail;
}

void DocumentTails::Index(uint32_t hash, uint32_t place) {
  constexpr size_t kFirstSlots = 16;
  if ((used_slots_ + 1) * 2 > slots_.size()) {
    const size_t entries = entries_.size() - free_.size() + 1;
    const std::vector<Slot> before = std::move(slots_);
    slots_.assign(std::max(kFirstSlots, std::bit_ceil(entries * 4)), {});
    used_slots_ = 0;
    for (const Slot& slot : before) {
      if (slot.place != 0 && slot.place != kGone) Index(slot.hash, slot.place - 1);
    }
  }
  size_t at = hash & (slots_.size() - 1);
  while (slots_[at].place != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {hash, place + 1};
  ++used_slots_;
}

DocumentTail& DocumentTails::Add(std::string_view id, DocumentNumber number) {
  if (free_.empty()) {
    free_.push_back(static_cast<uint32_t>(entries_.size()));
    entries_.emplace_back();
  }
  current_ = free_.back();
  Index(Checksum32(id), current_);
  free_.pop_back();
  Entry& entry = entries_[current_];
  entry.id = id;
  entry.tail.number = number;
  entry.bytes = sizeof(Entry) + sizeof(Slot) * 3 + entry.id.capacity();
  entry.asked = true;
  bytes_ += entry.bytes;
  return entry.tail;
}

// Makes the entry free for another document.
void DocumentTails::Drop(uint32_t place) {
  Entry& entry = entries_[place];
  FindSlot(entry.id, Checksum32(entry.id))->place = kGone;
  bytes_ -= entry.bytes;
  entry = {};
  free_.push_back(place);
}

// Gives back what the entry may do without: its sections, else all of it.
void DocumentTails::Release(uint32_t place) {
  Entry& entry = entries_[place];
  if (!entry.tail.has_sections) return Drop(place);
  entry.bytes -= entry.tail.sections.SizeBytes();
  bytes_ -= entry.tail.sections.SizeBytes();
  entry.tail.sections.Clear();
  entry.tail.has_sections = false;
}

void DocumentTails::Shrink() {
  Entry& current = entries_[current_];
  bytes_ -= current.bytes;
  current.bytes = sizeof(Entry) + sizeof(Slot) * 3 + current.id.capacity() + current.tail.SizeBytes();
  bytes_ += current.bytes;
  while (bytes_ > max_bytes_ && entries_.size() - free_.size() > 1) {
    if (hand_ >= entries_.size()) hand_ = 0;
    Entry& entry = entries_[hand_];
    if (entry.bytes != 0 && hand_ != current_ && !entry.asked) Release(hand_);
    entry.asked = false;
    ++hand_;
  }
}

void DocumentTails::Forget(std::string_view id) {
  if (const Slot* slot = FindSlot(id, Checksum32(id))) Drop(slot->place - 1);
}

void DocumentTails::Clear() {
  entries_.clear();
  free_.clear();
  slots_.clear();
  used_slots_ = 0;
  bytes_ = 0;
  hand_ = current_ = 0;
}

}  // namespace muragat
