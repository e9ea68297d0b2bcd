#include "muragat/store/document_tail.h"

#include <utility>

namespace muragat {

LineageTail& DocumentTail::Lineage(SectionNumber section) {
  if (lineages.size() < section.value) lineages.resize(section.value);
  return lineages[section.value - 1];
}

size_t DocumentTail::SizeBytes() const {
  size_t bytes = sizeof(DocumentTail) + text.refs.capacity() * sizeof(SectionRef);
  for (const LineageTail& lineage : lineages)
    bytes += sizeof(LineageTail) + lineage.marks.capacity() * sizeof(TextMark);
  return bytes;
}

size_t DocumentTail::SectionsBytes() const {
  size_t bytes = 0;
  for (const Section& section : text.sections) {
    bytes += sizeof(Section) + section.heading.size() + section.body.size() + section.number.size() +
             section.title.size();
  }
  return bytes;
}

DocumentTail* DocumentTails::Find(const std::string& id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return nullptr;
  Entry& entry = *found->second;
  entries_.splice(entries_.begin(), entries_, found->second);
  if (entry.sections_bytes > 0) holders_.splice(holders_.begin(), holders_, entry.holder);
  return &entry.tail;
}

DocumentTail& DocumentTails::Add(const std::string& id, DocumentNumber number) {
  Entry& entry = entries_.emplace_front();
  entry.id = id;
  entry.tail.number = number;
  by_id_[entry.id] = entries_.begin();
  return entry.tail;
}

void DocumentTails::DropSections(Entry& entry) {
  entry.tail.text.sections = {};
  entry.tail.has_sections = false;
  sections_bytes_ -= std::exchange(entry.sections_bytes, 0);
  holders_.erase(entry.holder);
}

void DocumentTails::Drop(Place place) {
  if (place->sections_bytes > 0) DropSections(*place);
  bytes_ -= place->bytes;
  by_id_.erase(place->id);
  entries_.erase(place);
}

void DocumentTails::Shrink() {
  if (entries_.empty()) return;
  Entry& front = entries_.front();
  bytes_ -= front.bytes;
  front.bytes = sizeof(Entry) + front.id.size() + front.tail.SizeBytes();
  bytes_ += front.bytes;
  sections_bytes_ -= front.sections_bytes;
  const bool was_held = front.sections_bytes > 0;
  front.sections_bytes = front.tail.SectionsBytes();
  sections_bytes_ += front.sections_bytes;
  if (was_held && front.sections_bytes == 0) holders_.erase(front.holder);
  if (!was_held && front.sections_bytes > 0) front.holder = holders_.insert(holders_.begin(), &front);
  while (sections_bytes_ > max_sections_bytes_ && holders_.size() > 1) DropSections(*holders_.back());
  while (bytes_ > max_bytes_ && entries_.size() > 1) Drop(std::prev(entries_.end()));
}

void DocumentTails::Forget(const std::string& id) {
  if (const auto found = by_id_.find(id); found != by_id_.end()) Drop(found->second);
}

void DocumentTails::Clear() {
  by_id_.clear();
  holders_.clear();
  entries_.clear();
  bytes_ = sections_bytes_ = 0;
}

}  // namespace muragat
