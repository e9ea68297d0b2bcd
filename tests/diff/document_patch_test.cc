#include "muragat/diff/document_patch.h"

#include <gtest/gtest.h>

#include "muragat/diff/change.h"
#include "muragat/diff/section_match.h"
#include "tests/support/random_document.h"
#include "tests/support/section_patches.h"

namespace muragat {
namespace {

std::vector<LineageSection> Number(const Document& document, uint32_t first) {
  std::vector<LineageSection> sections;
  for (const Section& section : document.sections) sections.push_back({{first++}, section});
  return sections;
}

std::vector<SectionPatch> Patches(const std::vector<LineageSection>& older,
                                  const std::vector<LineageSection>& newer) {
  return support::PatchesOf(older, newer, CompareEditions(older, newer));
}

TEST(ApplyPatches, OfTwoEditionsGivesEachFromTheOther) {
  support::Random random(20261124);
  for (int i = 0; i < 2000; ++i) {
    const Document before = support::RandomDocument(random), after = support::ChangeDocument(before, random);
    const auto older = Number(before, 1);
    auto newer = Number(after, 1000);
    const auto matches = MatchSections(before.sections, after.sections);
    for (size_t j = 0; j < matches.size(); ++j)
      if (matches[j]) newer[j].lineage = older[*matches[j]].lineage;
    const auto patches = Patches(older, newer);
    const auto applied = ApplyPatches(before.Text(), patches, false);
    ASSERT_TRUE(applied.ok()) << i << applied.status().message();
    EXPECT_EQ(*applied, after.Text()) << i;
    EXPECT_EQ(ApplyPatches(after.Text(), patches, true).value(), before.Text()) << i;
  }
}

TEST(ApplyPatches, OfOneSectionTakesThatSectionAlone) {
  const SectionPatch patch{"old\n", "new\n", 10, 10, false};
  EXPECT_EQ(ApplyPatches("old\n", {patch}, false).value(), "new\n");
  EXPECT_EQ(ApplyPatches("new\n", {patch}, true).value(), "old\n");
}

TEST(ApplyPatches, FindsAnOnlyPlaceWhereTheOffsetIsAnother) {
  const SectionPatch patch{"old\n", "newer\n", 1, 1, false};
  EXPECT_EQ(ApplyPatches("before\nold\nafter\n", {patch}, false).value(), "before\nnewer\nafter\n");
}

TEST(ApplyPatches, OnATextThatDoesNotFitIsAConflict) {
  const SectionPatch patch{"old\n", "new\n", 0, 0, false};
  EXPECT_EQ(ApplyPatches("other\n", {patch}, false).status().code(), StatusCode::kConflict);
  EXPECT_EQ(ApplyPatches("an old\nand an old\n", {patch}, false).status().code(), StatusCode::kConflict);
  const SectionPatch far{std::nullopt, "new\n", std::nullopt, 99, false};
  EXPECT_EQ(ApplyPatches("short", {far}, false).status().code(), StatusCode::kConflict);
}

}  // namespace
}  // namespace muragat
