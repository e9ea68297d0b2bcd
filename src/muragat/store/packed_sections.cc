#include "muragat/store/packed_sections.h"

#include <cstring>

namespace muragat {

void PackedSections::Assign(std::span<const SectionView> sections) {
  size_t size = sections.size() * sizeof(Place);
  for (const SectionView& section : sections) {
    size += section.heading.size() + section.body.size() + section.number.size() + section.title.size();
  }
  if (size > capacity_ || size < capacity_ / 2) {
    block_.reset();
    block_ = std::make_unique_for_overwrite<char[]>(size);
    capacity_ = static_cast<uint32_t>(size);
  }
  count_ = static_cast<uint32_t>(sections.size());
  size_t place_at = 0, at = sections.size() * sizeof(Place);
  for (const SectionView& section : sections) {
    const Place place{static_cast<uint32_t>(at),
                      static_cast<uint32_t>(section.heading.size()),
                      static_cast<uint32_t>(section.body.size()),
                      static_cast<uint32_t>(section.number.size()),
                      static_cast<uint32_t>(section.title.size()),
                      section.depth_levels * 2 + (section.teaser ? 1 : 0)};
    std::memcpy(block_.get() + place_at, &place, sizeof place);
    place_at += sizeof place;
    for (const std::string_view slice : {section.heading, section.body, section.number, section.title}) {
      at += slice.copy(block_.get() + at, slice.size());
    }
  }
}

void PackedSections::Clear() {
  block_.reset();
  count_ = capacity_ = 0;
}

PackedSections::Place PackedSections::PlaceOf(size_t index) const {
  Place place;
  std::memcpy(&place, block_.get() + index * sizeof place, sizeof place);
  return place;
}

SectionView PackedSections::View(size_t index) const {
  const Place place = PlaceOf(index);
  const char* at = block_.get() + place.begin;
  const auto take = [&at](uint32_t size) {
    const std::string_view slice(at, size);
    at += size;
    return slice;
  };
  SectionView view;
  view.heading = take(place.heading_bytes);
  view.body = take(place.body_bytes);
  view.number = take(place.number_bytes);
  view.title = take(place.title_bytes);
  view.depth_levels = place.depth_and_teaser / 2;
  view.teaser = place.depth_and_teaser % 2 != 0;
  return view;
}

std::string_view PackedSections::TextOf(size_t index) const {
  const Place place = PlaceOf(index);
  return {block_.get() + place.begin, size_t{place.heading_bytes} + place.body_bytes};
}

void PackedSections::AppendViews(std::vector<SectionView>& views) const {
  for (size_t i = 0; i < count_; ++i) views.push_back(View(i));
}

}  // namespace muragat
