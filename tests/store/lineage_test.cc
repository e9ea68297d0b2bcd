#include "muragat/store/lineage.h"

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::Removal;

using Numbers = std::vector<uint32_t>;

class LineageTest : public testing::Test {
 protected:
  static Section Quotas() {
    return MakeSection("Quotas", "Thirty percent of a list are women and young people.\n");
  }
  static Section Assembly() {
    return MakeSection("Assembly", "Peaceful assemblies need a notice five days before.\n");
  }
  static Section Senate() {
    return MakeSection("Senate", "The president appoints ten senators after consultation.\n");
  }
  Numbers On(const char* date, CommitNumber known_at = kLatestCommit) const {
    return archive_.LineagesOn("a", date, known_at);
  }
  MemoryArchive archive_;
};

TEST_F(LineageTest, IsGivenInTheOrderInWhichSectionsCome) {
  archive_.Import({MakeState("a", "2020", {Quotas(), Assembly()}), MakeState("b", "2020", {Senate()})});
  EXPECT_EQ(On("2020"), (Numbers{1, 2}));
  EXPECT_EQ(archive_.LineagesOn("b", "2020"), (Numbers{1}));
}

TEST_F(LineageTest, StaysWhateverHappensToPlaceTextOrDepth) {
  Section changed = Assembly();
  changed.body = "Peaceful assemblies need a notice three days before.\n";
  changed.depth_levels = 2;
  archive_.Import({MakeState("a", "2020", {Quotas(), Assembly()}),
                   MakeState("a", "2021", {Senate(), changed, Quotas()})});
  EXPECT_EQ(On("2021"), (Numbers{3, 2, 1}));
}

TEST_F(LineageTest, IsNeverUsedAgainForAnotherSection) {
  archive_.Import({MakeState("a", "2020", {Quotas(), Assembly()}), MakeState("a", "2021", {Quotas()}),
                   MakeState("a", "2022", {Quotas(), Senate()})});
  EXPECT_EQ(On("2022"), (Numbers{1, 3}));
}

TEST_F(LineageTest, IsTakenUpAgainByASectionThatReturns) {
  archive_.Import({MakeState("a", "2020", {Quotas(), Assembly()}), MakeState("a", "2021", {Quotas()}),
                   MakeState("a", "2022", {Senate(), Assembly(), Quotas()})});
  EXPECT_EQ(On("2022"), (Numbers{3, 2, 1}));
}

TEST_F(LineageTest, IsTakenUpAgainByADocumentThatReturns) {
  archive_.Import({MakeState("a", "2020", {Quotas(), Assembly()}), Removal("a", "2021"),
                   MakeState("a", "2022", {Assembly(), Quotas()})});
  EXPECT_EQ(On("2022"), (Numbers{2, 1}));
}

TEST_F(LineageTest, OfAnEditionThatComesInBetweenIsTheEarlierNeighbours) {
  Section between = Assembly();
  between.body = "Peaceful assemblies need a notice ten days before.\n";
  archive_.Import(
      {MakeState("a", "2020", {Quotas(), Assembly()}), MakeState("a", "2022", {Quotas(), Assembly()})});
  archive_.Import({MakeState("a", "2021", {between, Quotas()})});
  EXPECT_EQ(On("2021"), (Numbers{2, 1}));
  EXPECT_TRUE(archive_.reader().ReadAliases({1}, kLatestCommit)->empty());
}

TEST_F(LineageTest, OfAnEditionBeforeAllOthersIsTheLaterNeighbours) {
  archive_.Import({MakeState("a", "2022", {Quotas(), Assembly()})});
  archive_.Import({MakeState("a", "2020", {Assembly(), Senate()})});
  EXPECT_EQ(On("2020"), (Numbers{2, 3}));
}

TEST_F(LineageTest, AnEditionThatJoinsTwoMakesAnAliasFromItsCommitOn) {
  // Nothing links the two texts until the one between them comes, which has the title of one and the text of
  // the other.
  const Section old_text =
      MakeSection("Institute", "The opposition names the heads of one committee and two secretaries.\n");
  Section joining = MakeSection("Chamber", old_text.body),
          new_text = MakeSection("Chamber",
                                 "Three sessions of hearings belong to whoever is in the minority there.\n");
  archive_.Import({MakeState("a", "2020", {old_text}), MakeState("a", "2022", {new_text})});
  ASSERT_EQ(On("2022"), (Numbers{2})) << "the two are held to be different sections";
  archive_.Import({MakeState("a", "2021", {joining})});
  EXPECT_EQ(On("2021"), (Numbers{1}));
  EXPECT_EQ(On("2022"), (Numbers{1})) << "the alias holds now";
  EXPECT_EQ(On("2022", {1}), (Numbers{2})) << "and did not before";
  EXPECT_TRUE(archive_.reader().ReadAliases({1}, {1})->empty());
  const auto aliases = archive_.reader().ReadAliases({1}, {2}).value();
  EXPECT_EQ(aliases.Resolve({2}), SectionNumber{1});
  EXPECT_FALSE(aliases.IsByArchivist({2}));
  EXPECT_TRUE(archive_.Codes().empty());
}

TEST_F(LineageTest, SectionsThatStoodTogetherAreNeverJoined) {
  const Section one =
      MakeSection("Institute", "The opposition names the heads of one committee and two secretaries.\n");
  const Section two =
      MakeSection("Chamber", "Three sessions of hearings belong to whoever is in the minority there.\n");
  archive_.Import(
      {MakeState("a", "2018", {one, two}), MakeState("a", "2020", {one}), MakeState("a", "2022", {two})});
  archive_.Import({MakeState("a", "2021", {MakeSection("Chamber", one.body)})});
  EXPECT_EQ(On("2022"), (Numbers{2}));
  EXPECT_TRUE(archive_.reader().ReadAliases({1}, kLatestCommit)->empty());
}

TEST_F(LineageTest, AssignsNothingWhereThereIsNoOtherEdition) {
  const auto assignment = AssignLineages(archive_.reader(), {1}, *MakeState("a", "2020", {Quotas()}).content,
                                         std::nullopt, std::nullopt);
  ASSERT_TRUE(assignment.ok());
  ASSERT_EQ(assignment->sections.size(), 1u);
  EXPECT_EQ(assignment->sections[0].lineage, SectionNumber{0});
  EXPECT_EQ(assignment->sections[0].nearest, std::nullopt);
}

TEST_F(LineageTest, AssignsTheTextToCompareWithAlongWithTheLineage) {
  Section changed = Quotas();
  changed.body += "And people with disabilities.\n";
  archive_.Import(
      {MakeState("a", "2020", {Assembly(), Quotas()}), MakeState("a", "2021", {Assembly(), changed})});
  const auto edition = archive_.reader().FindEdition({1}, support::LastOf("2021")).value();
  const auto assignment = AssignLineages(
      archive_.reader(), {1}, *MakeState("a", "2022", {Quotas(), Senate()}).content, edition, std::nullopt);
  ASSERT_TRUE(assignment.ok());
  EXPECT_EQ(assignment->sections[0].lineage, SectionNumber{2});
  EXPECT_EQ(assignment->sections[0].nearest, Ordinal{1});
  EXPECT_EQ(assignment->sections[1].lineage, SectionNumber{0});
}

}  // namespace
}  // namespace muragat
