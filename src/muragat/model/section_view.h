#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "muragat/model/document.h"

namespace muragat {

// A section whose slices lie elsewhere; good as long as they do. The members are as in Section.
struct SectionView {
  std::string_view heading;
  std::string_view body;
  std::string_view number;
  std::string_view title;
  uint32_t depth_levels = 0;
  bool teaser = false;

  SectionView() = default;
  SectionView(const Section& section)  // NOLINT(google-explicit-constructor): a view, as string_view is
      : heading(section.heading),
        body(section.body),
        number(section.number),
        title(section.title),
        depth_levels(section.depth_levels),
        teaser(section.teaser) {}

  Section ToSection() const {
    return {std::string(heading), std::string(body), std::string(number),
            std::string(title),   depth_levels,      teaser};
  }
  friend bool operator==(const SectionView&, const SectionView&) = default;
};

inline std::vector<SectionView> ViewsOf(std::span<const Section> sections) {
  return {sections.begin(), sections.end()};
}

}  // namespace muragat
