#include "tests/support/section_patches.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace muragat::support {
namespace {

size_t OffsetOf(const std::vector<LineageSection>& sections, const LineageSection* section) {
  size_t offset = 0;
  for (const LineageSection* one = sections.data(); one != section; ++one)
    offset += one->section.Text().size();
  return offset;
}

}  // namespace

std::vector<SectionPatch> PatchesOf(const std::vector<LineageSection>& older,
                                    const std::vector<LineageSection>& newer, const DocumentChange& change) {
  std::vector<SectionPatch> patches;
  for (const SectionChange& one : change.sections) {
    SectionPatch patch;
    if (one.older != nullptr) patch.older = one.older_text, patch.older_at = OffsetOf(older, one.older);
    if (one.newer != nullptr) {
      const auto text = ApplyScript(one.script, one.older_text);
      EXPECT_TRUE(text.ok()) << text.status().message();
      if (text.ok()) patch.newer = *text, patch.newer_at = OffsetOf(newer, one.newer);
    }
    patch.moved = std::find(one.events.begin(), one.events.end(), ChangeEvent::kMoved) != one.events.end();
    patches.push_back(std::move(patch));
  }
  return patches;
}

}  // namespace muragat::support
