#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "muragat/model/section_view.h"

namespace muragat {

// The sections of a document in one block of memory, which holds little more than their bytes. Less than
// 4 GiB in all. Thread-safety: as a std::vector.
class PackedSections {
 public:
  // Copies `sections`, which must not be views into this.
  void Assign(std::span<const SectionView> sections);
  void Clear();

  size_t size() const { return count_; }
  // Views are good until Assign or Clear.
  SectionView View(size_t index) const;
  std::string_view TextOf(size_t index) const;  // heading and body, put end to end
  void AppendViews(std::vector<SectionView>& views) const;

  size_t SizeBytes() const { return capacity_; }  // of the block

 private:
  // What stands in front of the bytes, one a section.
  struct Place {
    uint32_t begin;  // in the block
    uint32_t heading_bytes, body_bytes, number_bytes, title_bytes;
    uint32_t depth_and_teaser;  // depth × 2 + teaser
  };
  Place PlaceOf(size_t index) const;

  std::unique_ptr<char[]> block_;
  uint32_t count_ = 0;
  uint32_t capacity_ = 0;
};

}  // namespace muragat
