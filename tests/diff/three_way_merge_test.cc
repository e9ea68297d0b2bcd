#include "muragat/diff/three_way_merge.h"

#include <gtest/gtest.h>

#include "tests/support/random_document.h"

namespace muragat {
namespace {

std::string Merge(const std::string& base, const std::string& ours, const std::string& theirs) {
  const MergedText merged = MergeTexts(base, ours, theirs);
  std::string told = merged.text;
  for (const MergeConflict& one : merged.conflicts)
    told += " !" + one.base + "/" + one.ours + "/" + one.theirs + "!";
  return told;
}

TEST(MergeTexts, TakesWhatBothChangedInDifferentPlaces) {
  EXPECT_EQ(Merge("the chamber has one hundred deputies", "the house has one hundred deputies",
                  "the chamber has one hundred members"),
            "the house has one hundred members");
}

TEST(MergeTexts, TakesOneSideWhereTheOtherIsTheBase) {
  EXPECT_EQ(Merge("a b", "a b", "a c"), "a c");
  EXPECT_EQ(Merge("a b", "a c", "a b"), "a c");
}

TEST(MergeTexts, TheSameChangeOnBothSidesIsNoConflict) {
  EXPECT_EQ(Merge("one two three", "one 2 three", "one 2 three"), "one 2 three");
}

TEST(MergeTexts, TwoChangesOfOneWordAreAConflictAndTheirsIsTaken) {
  EXPECT_EQ(Merge("has 107 deputies", "has 67 deputies", "has 98 deputies"), "has 98 deputies !107/67/98!");
}

TEST(MergeTexts, AWordTakenAwayThatTheOtherSideReplacesIsAConflict) {
  EXPECT_EQ(MergeTexts("free and fair votes", "free votes", "free and honest votes").conflicts.size(), 1u);
}

TEST(MergeTexts, TwoInsertionsAtOnePlaceAreAConflict) {
  EXPECT_EQ(MergeTexts("all vote", "all men vote", "all women vote").conflicts.size(), 1u);
}

TEST(MergeTexts, NothingInCommonIsOneConflict) {
  EXPECT_EQ(MergeTexts("", "yes", "no").conflicts.size(), 1u);
  EXPECT_EQ(Merge("", "yes", ""), "yes");
}

// Without conflicts the merge is the same from both sides; with the base on one side it is the other side.
TEST(MergeTexts, BothSidesAreAlike) {
  support::Random random(20261125);
  size_t clean = 0;
  for (int i = 0; i < 2000; ++i) {
    const Document document = support::RandomDocument(random);
    const std::string base = document.Text(), ours = support::ChangeDocument(document, random).Text(),
                      theirs = support::ChangeDocument(document, random).Text();
    ASSERT_EQ(MergeTexts(base, ours, base).text, ours);
    ASSERT_EQ(MergeTexts(base, base, theirs).text, theirs);
    ASSERT_EQ(MergeTexts(base, ours, ours).text, ours);
    const MergedText there = MergeTexts(base, ours, theirs), back = MergeTexts(base, theirs, ours);
    ASSERT_EQ(there.conflicts.size(), back.conflicts.size());
    if (!there.conflicts.empty()) continue;
    ASSERT_EQ(there.text, back.text);
    ++clean;
  }
  EXPECT_GT(clean, 50u);
}

}  // namespace
}  // namespace muragat
