#include "muragat/diff/section_parts.h"

#include <gtest/gtest.h>

#include "muragat/diff/section_match.h"

namespace muragat {
namespace {

constexpr const char* kFirst =
    "The chamber has one hundred members elected for five years by the people of the whole country.\n";
constexpr const char* kSecond =
    "Every member has a single vote and may not give it to another, whatever the reason may be.\n";
constexpr const char* kThird =
    "The speaker is chosen from among the deputies at the opening session of each new term.\n";

Section Cut(std::string title, std::string body) {
  Section section;
  section.heading = "## " + title + "\n";
  section.title = std::move(title);
  section.body = std::move(body);
  return section;
}

SectionParts Find(const std::vector<Section>& older, const std::vector<Section>& newer) {
  return FindParts(ViewsOf(older), ViewsOf(newer), MatchSections(older, newer));
}

TEST(FindParts, OfASplitSectionFindsThePartsThatTookItsText) {
  const SectionParts parts = Find({Cut("Chamber", std::string(kFirst) + kSecond + kThird)},
                                  {Cut("Chamber", kFirst), Cut("Votes", kSecond), Cut("Speaker", kThird)});
  ASSERT_EQ(parts.splits.size(), 2u);
  EXPECT_EQ(parts.splits[0].whole, 0u);
  EXPECT_EQ(parts.splits[0].part, 1u);
  EXPECT_EQ(parts.splits[1].part, 2u);
  EXPECT_GE(parts.splits[0].share, 0.9);
  EXPECT_TRUE(parts.merges.empty());
}

TEST(FindParts, OfMergedSectionsFindsWhatBecameOfTheirText) {
  const SectionParts parts = Find({Cut("Chamber", kFirst), Cut("Votes", kSecond), Cut("Speaker", kThird)},
                                  {Cut("Chamber", std::string(kFirst) + kSecond + kThird)});
  ASSERT_EQ(parts.merges.size(), 2u);
  EXPECT_EQ(parts.merges[0].whole, 0u);
  EXPECT_EQ(parts.merges[0].part, 1u);
  EXPECT_EQ(parts.merges[1].part, 2u);
  EXPECT_TRUE(parts.splits.empty());
}

TEST(FindParts, IsNotDeceivedByTextThatTheOtherSectionKeeps) {
  const SectionParts parts =
      Find({Cut("Chamber", std::string(kFirst) + kSecond)},
           {Cut("Chamber", std::string(kFirst) + kSecond + "More.\n"), Cut("Votes", kSecond)});
  EXPECT_TRUE(parts.splits.empty()) << "a copy is no part";
}

TEST(FindParts, OfTwoWordsInCommonFindsNothing) {
  const SectionParts parts = Find({Cut("Chamber", std::string(kFirst) + "A few words.\n")},
                                  {Cut("Chamber", kFirst), Cut("New", "A few words.\n")});
  EXPECT_TRUE(parts.splits.empty());
}

TEST(FindParts, WhereAllSectionsHaveACounterpartFindsNothing) {
  const SectionParts parts =
      Find({Cut("Chamber", kFirst), Cut("Votes", kSecond)}, {Cut("Chamber", kSecond), Cut("Votes", kFirst)});
  EXPECT_TRUE(parts.splits.empty() && parts.merges.empty());
}

}  // namespace
}  // namespace muragat
