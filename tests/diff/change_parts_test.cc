#include "muragat/diff/change_parts.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

using Events = std::vector<ChangeEvent>;
using enum ChangeEvent;
using Sections = std::vector<SectionNumber>;

constexpr const char* kFirst =
    "The chamber has one hundred members elected for five years by the people of the whole country.\n\n";
constexpr const char* kSecond =
    "Every member has a single vote and may not give it to another, whatever the reason may be.\n\n";

LineageSection Cut(uint32_t lineage, std::string title, std::string body) {
  LineageSection cut;
  cut.lineage = {lineage};
  cut.section.heading = "## " + title + "\n\n";
  cut.section.body = std::move(body);
  cut.section.title = std::move(title);
  return cut;
}

TEST(MarkParts, OfASplitSectionNamesBothPartsInBoth) {
  const std::vector<LineageSection> older = {Cut(1, "Chamber", std::string(kFirst) + kSecond)};
  const std::vector<LineageSection> newer = {Cut(1, "Chamber", kFirst), Cut(2, "Votes", kSecond)};
  const DocumentChange change = CompareEditions(older, newer);
  ASSERT_EQ(change.sections.size(), 2u);
  EXPECT_EQ(change.sections[0].events, (Events{kChanged, kSplit}));
  EXPECT_EQ(change.sections[1].events, Events{kSplit}) << "its text is not new";
  for (const SectionChange& section : change.sections) {
    EXPECT_EQ(section.from, Sections{{1}});
    EXPECT_EQ(section.to, (Sections{{1}, {2}}));
    EXPECT_EQ(section.kind, ChangeKind::kStructural) << "not a word was changed";
  }
  EXPECT_EQ(change.kind, ChangeKind::kStructural);
}

TEST(MarkParts, OfMergedSectionsNamesThemAll) {
  const std::vector<LineageSection> older = {Cut(1, "Chamber", kFirst), Cut(2, "Votes", kSecond)};
  const std::vector<LineageSection> newer = {
      Cut(1, "Chamber", std::string(kFirst) + "Nobody may be a member twice.\n\n" + kSecond)};
  const DocumentChange change = CompareEditions(older, newer);
  ASSERT_EQ(change.sections.size(), 2u);
  EXPECT_EQ(change.sections[0].events, (Events{kChanged, kMerged}));
  EXPECT_EQ(change.sections[1].events, Events{kMerged});
  EXPECT_EQ(change.sections[1].from, (Sections{{1}, {2}}));
  EXPECT_EQ(change.sections[1].to, Sections{{1}});
  EXPECT_EQ(change.kind, ChangeKind::kSubstantive) << "a sentence came with it";
}

TEST(MarkParts, OfAPartThatWasThereBeforeSaysSplitAndNotReturned) {
  const std::vector<LineageSection> older = {Cut(1, "Chamber", std::string(kFirst) + kSecond)};
  const std::vector<LineageSection> newer = {Cut(1, "Chamber", kFirst), Cut(2, "Votes", kSecond)};
  const DocumentChange change = CompareEditions(older, newer, {{2}});
  EXPECT_EQ(change.sections[1].events, Events{kSplit});
  EXPECT_EQ(change.sections[0].events, (Events{kChanged, kSplit}));
}

TEST(MarkParts, OfOneSectionInPlaceOfAnotherSaysNoSplit) {
  const DocumentChange change = CompareEditions({Cut(1, "Chamber", kFirst)}, {Cut(2, "House", kFirst)});
  ASSERT_EQ(change.sections.size(), 2u);
  EXPECT_EQ(change.sections[0].events, Events{kAdded});
  EXPECT_EQ(change.sections[1].events, Events{kRemoved});
}

}  // namespace
}  // namespace muragat
