// Which states are known, and add nothing.
#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::Removal;
using support::TextState;

class KnownState : public testing::Test {
 protected:
  // What Add says of one state.
  bool IsKnown(const State& state, const WriterOptions& options = {}) {
    Writer writer(archive_.database(), archive_.clock(), options);
    const auto outcome = writer.Add(state);
    EXPECT_TRUE(outcome.ok()) << outcome.status().message();
    return outcome.ok() && outcome->known;
  }
  MemoryArchive archive_;
};

TEST_F(KnownState, AddsNoStateAndNoCommit) {
  const std::vector<State> states = {TextState("a", "2020", "1", "R"), Removal("a", "2021"),
                                     TextState("b", "2020", "")};
  EXPECT_EQ(archive_.Import(states), CommitNumber{1});
  const auto before = archive_.Dump();
  EXPECT_EQ(archive_.Import(states), CommitNumber{1});
  EXPECT_EQ(archive_.Dump(), before);
}

TEST_F(KnownState, IsOneWithTheSameDocumentDateReformAndText) {
  archive_.Import({TextState("a", "2022", "1", "R"), Removal("a", "2023")});
  EXPECT_TRUE(IsKnown(TextState("a", "2022", "1", "R")));
  EXPECT_TRUE(IsKnown(Removal("a", "2023")));
  EXPECT_FALSE(IsKnown(TextState("b", "2022", "1", "R")));
  EXPECT_FALSE(IsKnown(TextState("a", "2022-01", "1", "R")));
  EXPECT_FALSE(IsKnown(TextState("a", "2022", "1", "S")));
  EXPECT_FALSE(IsKnown(TextState("a", "2022", "1")));
  EXPECT_FALSE(IsKnown(TextState("a", "2022", "2", "R")));
  EXPECT_FALSE(IsKnown(Removal("a", "2022", "R")));
  EXPECT_FALSE(IsKnown(TextState("a", "2023", "")));
}

TEST_F(KnownState, IsAnEarlierOneThatWasCorrectedSince) {
  archive_.Import({TextState("a", "2022", "A")});
  archive_.Import({TextState("a", "2022", "B")});
  EXPECT_TRUE(IsKnown(TextState("a", "2022", "A")));
}

TEST_F(KnownState, IsNoneThatWasWithdrawn) {
  archive_.Import({TextState("a", "2022", "A")});
  archive_.Withdraw("a", "2022");
  EXPECT_FALSE(IsKnown(TextState("a", "2022", "A")));
}

TEST_F(KnownState, WithinOneImportThereAndBackAgainEndsWhereItEnds) {
  const std::vector<State> states = {TextState("a", "2022", "A", "R"), TextState("a", "2022", "B", "R"),
                                     TextState("a", "2022", "A", "R")};
  EXPECT_EQ(archive_.Import(states), CommitNumber{1});
  EXPECT_EQ(archive_.History("a").size(), 3u);
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\nA");
  EXPECT_EQ(archive_.Import(states), CommitNumber{1});
  EXPECT_EQ(archive_.History("a").size(), 3u);
}

TEST_F(KnownState, WithinOneImportTheLastWordSaidTwiceIsSaidOnce) {
  archive_.Import({TextState("a", "2022", "A"), TextState("a", "2022", "A")});
  EXPECT_EQ(archive_.History("a").size(), 1u);
}

TEST_F(KnownState, IsRecordedOnceMoreIfAskedTo) {
  archive_.Import({TextState("a", "2022", "A")});
  archive_.Import({TextState("a", "2022", "B")});
  EXPECT_EQ(archive_.Import({TextState("a", "2022", "A")}, {.again = true}), CommitNumber{3});
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\nA");
  EXPECT_EQ(archive_.TextOn("a", "2022", {2}), "# Law\nB");
}

TEST_F(KnownState, ATextEqualToItsNeighboursIsAFactAndRecorded) {
  archive_.Import({TextState("a", "2020", "A"), TextState("a", "2021", "A"), TextState("a", "2022", "A")});
  EXPECT_EQ(archive_.History("a").size(), 3u);
}

TEST_F(KnownState, OfANewDocumentIsNeverKnown) {
  EXPECT_FALSE(IsKnown(TextState("a", "2022", "")));
  EXPECT_FALSE(IsKnown(Removal("a", "2022")));
}

TEST_F(KnownState, SaysWhichDocumentItIsAndCountsNoChange) {
  archive_.Import({TextState("a", "2022", "1"), TextState("b", "2022", "1")});
  Writer writer(archive_.database(), archive_.clock(), {});
  const auto outcome = writer.Add(TextState("b", "2022", "1")).value();
  EXPECT_TRUE(outcome.known);
  EXPECT_EQ(outcome.document, DocumentNumber{2});
  EXPECT_EQ(outcome.sections_added + outcome.sections_changed + outcome.sections_removed, 0u);
  EXPECT_EQ(writer.pending_states(), 0u);
}

}  // namespace
}  // namespace muragat
