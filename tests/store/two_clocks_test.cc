// The rules of the two clocks, one by one: what a question about (document, date, commit) is answered.
#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::FirstOf;
using support::LastOf;
using support::Removal;
using support::TextState;

class TwoClocks : public testing::Test {
 protected:
  MemoryArchive archive_;
};

TEST_F(TwoClocks, TheGreatestValidDateAtOrBeforeTheInstantWins) {
  archive_.Import({TextState("a", "2022-06-01", "1"), TextState("a", "2022-06-03", "3"),
                   TextState("a", "2022-06-05", "5")});
  EXPECT_EQ(archive_.TextOn("a", "2022-06-01"), "# Law\n1");
  EXPECT_EQ(archive_.TextOn("a", "2022-06-02"), "# Law\n1");
  EXPECT_EQ(archive_.TextOn("a", "2022-06-04"), "# Law\n3");
  EXPECT_EQ(archive_.TextOn("a", "2022-06-05"), "# Law\n5");
  EXPECT_EQ(archive_.TextOn("a", "9999"), "# Law\n5");
}

TEST_F(TwoClocks, OneDocumentIsNotAnotherOne) {
  archive_.Import({TextState("a", "2022", "A"), TextState("b", "2021", "B")});
  EXPECT_EQ(archive_.TextOn("a", "2021"), std::nullopt);
  EXPECT_EQ(archive_.TextOn("b", "2023"), "# Law\nB");
  EXPECT_EQ(archive_.TextOn("a", "2023"), "# Law\nA");
}

TEST_F(TwoClocks, BeforeTheFirstEditionThereIsNothing) {
  archive_.Import({TextState("a", "2022-06-08T12:00:00Z", "1")});
  EXPECT_EQ(archive_.TextAt("a", FirstOf("2022-06-08T11:59:59Z")), std::nullopt);
  EXPECT_EQ(archive_.TextAt("a", FirstOf("2022-06-08T12:00:00Z")), "# Law\n1");
  EXPECT_EQ(archive_.reader().FindEdition({1}, FirstOf("2022")).value(), std::nullopt);
}

TEST_F(TwoClocks, AQuestionForADayIncludesItsLastInstant) {
  archive_.Import(
      {TextState("a", "2022-06-08", "morning"), TextState("a", "2022-06-08T23:59:59Z", "evening")});
  EXPECT_EQ(archive_.TextOn("a", "2022-06-08"), "# Law\nevening");
  EXPECT_EQ(archive_.TextAt("a", FirstOf("2022-06-08T23:59:58Z")), "# Law\nmorning");
  EXPECT_EQ(archive_.TextOn("a", "2022-06"), "# Law\nevening");
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\nevening");
}

TEST_F(TwoClocks, AtOneInstantTheCoarserDateStandsBeforeTheFiner) {
  archive_.Import({TextState("a", "2022-01-01T00:00:00Z", "second"), TextState("a", "2022-01-01", "day"),
                   TextState("a", "2022-01", "month"), TextState("a", "2022", "year")});
  EXPECT_EQ(archive_.TextAt("a", FirstOf("2022")), "# Law\nsecond");
  std::string order;
  for (const HistoryEntry& entry : archive_.History("a")) order += FormatDate(entry.edition.valid) + " ";
  EXPECT_EQ(order, "2022 2022-01 2022-01-01 2022-01-01T00:00:00Z ");
}

TEST_F(TwoClocks, FromARemovalOnThereIsNoTextUntilItReturns) {
  archive_.Import({TextState("a", "2020", "old"), Removal("a", "2021"), TextState("a", "2022", "new")});
  EXPECT_EQ(archive_.TextOn("a", "2020"), "# Law\nold");
  EXPECT_EQ(archive_.TextOn("a", "2021"), std::nullopt);
  EXPECT_TRUE(archive_.reader().FindEdition({1}, LastOf("2021")).value()->removed);
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\nnew");
}

TEST_F(TwoClocks, ADocumentThatReturnsTakesUpItsLineage) {
  archive_.Import({TextState("a", "2020", "old text of the law"), Removal("a", "2021"),
                   TextState("a", "2022", "new text of the law")});
  EXPECT_EQ(archive_.LineagesOn("a", "2020"), std::vector<uint32_t>{1});
  EXPECT_EQ(archive_.LineagesOn("a", "2022"), std::vector<uint32_t>{1});
}

TEST_F(TwoClocks, WhatWasRecordedLaterIsNotKnownEarlier) {
  const CommitNumber first = archive_.Import({TextState("a", "2020", "1")});
  const CommitNumber second = archive_.Import({TextState("a", "2010", "0"), TextState("a", "2021", "2")});
  EXPECT_EQ(archive_.TextOn("a", "2015", first), std::nullopt);
  EXPECT_EQ(archive_.TextOn("a", "2015", second), "# Law\n0");
  EXPECT_EQ(archive_.TextOn("a", "2022", first), "# Law\n1");
  EXPECT_EQ(archive_.TextOn("a", "2022", second), "# Law\n2");
  EXPECT_EQ(archive_.TextOn("a", "2022", {0}), std::nullopt);
  EXPECT_EQ(archive_.History("a", first).size(), 1u);
}

TEST_F(TwoClocks, UnderTheSameReformTheLaterOfOneInstantCorrectsTheEarlier) {
  archive_.Import({TextState("a", "2022", "wrong", "Reform"), TextState("a", "2022", "right", "Reform")});
  const auto history = archive_.History("a");
  ASSERT_EQ(history.size(), 2u);
  EXPECT_TRUE(history[0].corrected);
  EXPECT_FALSE(history[1].corrected);
  EXPECT_EQ(archive_.reader().ReadText(history[0].edition).value(), "# Law\nwrong");
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\nright");
}

TEST_F(TwoClocks, WithoutAReformTheLaterOfOneInstantCorrectsTheEarlier) {
  archive_.Import({TextState("a", "2022", "wrong"), TextState("a", "2022", "right")});
  EXPECT_TRUE(archive_.History("a")[0].corrected);
}

TEST_F(TwoClocks, UnderDifferentReformsBothOfOneInstantStandAndTheLastIsTheText) {
  archive_.Import(
      {TextState("a", "2022", "first", "Reform A"), TextState("a", "2022", "second", "Reform B")});
  const auto history = archive_.History("a");
  ASSERT_EQ(history.size(), 2u);
  EXPECT_FALSE(history[0].corrected);
  EXPECT_FALSE(history[1].corrected);
  EXPECT_EQ(archive_.reader().ReadText(history[0].edition).value(), "# Law\nfirst");
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\nsecond");
}

TEST_F(TwoClocks, AmongDifferentReformsOnlyTheOneThatIsRepeatedIsCorrected) {
  archive_.Import(
      {TextState("a", "2022", "1", "A"), TextState("a", "2022", "2", "B"), TextState("a", "2022", "3", "A")});
  const auto history = archive_.History("a");
  ASSERT_EQ(history.size(), 3u);
  EXPECT_TRUE(history[0].corrected);
  EXPECT_FALSE(history[1].corrected);
  EXPECT_FALSE(history[2].corrected);
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\n3");
}

TEST_F(TwoClocks, RecordedTimeNeverRunsBackward) {
  archive_.clock().Set(FirstOf("2022-06-08T12:00:00Z"));
  archive_.Import({TextState("a", "2020", "1")});
  archive_.clock().Set(FirstOf("2022-06-08T11:00:00Z"));
  archive_.Import({TextState("a", "2021", "2")});
  archive_.clock().Set(FirstOf("2022-06-08T13:00:00Z"));
  archive_.Import({TextState("a", "2022", "3")});
  const auto recorded = [&](uint32_t commit) {
    return FormatInstant(archive_.reader().ReadCommit({commit})->recorded);
  };
  EXPECT_EQ(recorded(1), "2022-06-08T12:00:00Z");
  EXPECT_EQ(recorded(2), "2022-06-08T12:00:00Z");
  EXPECT_EQ(recorded(3), "2022-06-08T13:00:00Z");
}

TEST_F(TwoClocks, ARecordedInstantMeansTheLastCommitAtOrBeforeIt) {
  for (const char* time : {"2022-06-08T10:00:00Z", "2022-06-08T10:00:00Z", "2022-06-08T12:00:00Z"}) {
    archive_.clock().Set(FirstOf(time));
    archive_.Import({TextState("a", "2022", std::to_string(archive_.reader().LastCommit()->value))});
  }
  EXPECT_EQ(archive_.reader().FindCommit(FirstOf("2022-06-08T09:59:59Z")).value(), CommitNumber{0});
  EXPECT_EQ(archive_.reader().FindCommit(FirstOf("2022-06-08T10:00:00Z")).value(), CommitNumber{2});
  EXPECT_EQ(archive_.reader().FindCommit(FirstOf("2022-06-08T11:59:59Z")).value(), CommitNumber{2});
  EXPECT_EQ(archive_.reader().FindCommit(Instant::Last()).value(), CommitNumber{3});
}

TEST_F(TwoClocks, AnEditionSaysWhetherItIsInForceOrWasSeen) {
  State seen = TextState("a", "2022-06-08", "1");
  seen.basis = Basis::kSeen;
  archive_.Import({seen, TextState("a", "2022-06-09", "2")});
  EXPECT_EQ(archive_.History("a")[0].edition.basis, Basis::kSeen);
  EXPECT_EQ(archive_.History("a")[1].edition.basis, Basis::kInForce);
}

TEST_F(TwoClocks, TheNeighboursOfADateAreTheStandingTextsBeforeAndAfterIt) {
  archive_.Import({TextState("a", "2020", "0"), TextState("a", "2022", "2"), Removal("a", "2023"),
                   TextState("a", "2024", "4")});
  const auto earlier = [&](const char* date) {
    return archive_.reader().FindEarlierText({1}, support::Date(date));
  };
  const auto later = [&](const char* date) {
    return archive_.reader().FindLaterText({1}, support::Date(date));
  };
  EXPECT_EQ(earlier("2019").value(), std::nullopt);
  EXPECT_EQ(FormatDate((*earlier("2022"))->valid), "2022");
  EXPECT_EQ(FormatDate((*earlier("2023-06"))->valid), "2022");
  EXPECT_EQ(FormatDate((*later("2022"))->valid), "2024");
  EXPECT_EQ(FormatDate((*later("2019"))->valid), "2020");
  EXPECT_EQ(later("2024").value(), std::nullopt);
}

}  // namespace
}  // namespace muragat
