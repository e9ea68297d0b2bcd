#include "muragat/store/change_log.h"

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::Removal;
using support::TextState;

class ChangeLog : public testing::Test {
 protected:
  // One line a step: the date, then each section that changed with its events.
  std::string Walk(size_t first = 0, CommitNumber known_at = kLatestCommit) const {
    std::string lines;
    const auto history = archive_.History("a", known_at);
    const Status status =
        WalkChanges(archive_.reader(), history, first, known_at, [&](const ChangeLogStep& step) {
          lines += FormatDate(step.entry.edition.valid);
          for (const SectionChange& change : step.change.sections) {
            lines += " s" + std::to_string(change.lineage.value);
            for (const ChangeEvent event : change.events) lines += "," + std::string(EventName(event));
          }
          lines += "\n";
          return Status::Ok();
        });
    EXPECT_TRUE(status.ok()) << status.message();
    return lines;
  }
  static Section One(const char* body = "Thirty percent of a list are women.\n") {
    return MakeSection("One", body);
  }
  static Section Two() { return MakeSection("Two", "Peaceful assemblies need a notice.\n"); }
  MemoryArchive archive_;
};

TEST_F(ChangeLog, ComparesEachEditionWithTheOneBeforeIt) {
  archive_.Import({MakeState("a", "2020", {One()}),
                   MakeState("a", "2021", {One("Forty percent of a list are women.\n"), Two()}),
                   MakeState("a", "2022", {Two()})});
  EXPECT_EQ(Walk(),
            "2020 s1,added\n"
            "2021 s1,changed s2,added\n"
            "2022 s1,removed\n");
}

TEST_F(ChangeLog, ARemovalTakesEverythingAndAReturnBringsItBack) {
  archive_.Import(
      {MakeState("a", "2020", {One()}), Removal("a", "2021"), MakeState("a", "2022", {One(), Two()})});
  EXPECT_EQ(Walk(),
            "2020 s1,added\n"
            "2021 s1,removed\n"
            "2022 s1,returned s2,added\n");
}

TEST_F(ChangeLog, NothingIsComparedWithAnEditionThatWasCorrected) {
  archive_.Import({MakeState("a", "2020", {One()}, "R"), MakeState("a", "2021", {One(), Two()}, "R"),
                   MakeState("a", "2021", {One()}, "R")});
  EXPECT_EQ(Walk(),
            "2020 s1,added\n"
            "2021 s2,added\n"
            "2021\n");
}

TEST_F(ChangeLog, BeginsWhereItIsToldToWithWhatStoodBefore) {
  archive_.Import({MakeState("a", "2020", {One(), Two()}), MakeState("a", "2021", {One()}),
                   MakeState("a", "2022", {Two(), One()})});
  EXPECT_EQ(Walk(1), "2021 s2,removed\n2022 s2,returned\n");
  EXPECT_EQ(Walk(2), "2022 s2,returned\n");
  EXPECT_EQ(Walk(3), "");
}

TEST_F(ChangeLog, SeesTheHistoryAsItWasKnown) {
  archive_.Import({MakeState("a", "2020", {One()}), MakeState("a", "2022", {Two()})});
  archive_.Import({MakeState("a", "2021", {One(), Two()})});
  EXPECT_EQ(Walk(0, {1}), "2020 s1,added\n2022 s2,added s1,removed\n");
  EXPECT_EQ(Walk(), "2020 s1,added\n2021 s2,added\n2022 s1,removed\n");
}

// A lineage that had become another's by an alias was once held to be new when the walk began behind it.
TEST_F(ChangeLog, ASectionUnderAnAliasReturnsWhereverTheWalkBegins) {
  const Section old_text =
      MakeSection("Institute", "The opposition names the heads of one committee and two secretaries.\n");
  const Section new_text =
      MakeSection("Chamber", "Three sessions of hearings belong to whoever is in the minority there.\n");
  archive_.Import({MakeState("a", "2020", {old_text}), MakeState("a", "2022", {new_text}),
                   Removal("a", "2023"), MakeState("a", "2024", {new_text})});
  archive_.Import({MakeState("a", "2021", {MakeSection("Chamber", old_text.body)})});
  archive_.Withdraw("a", "2020");
  archive_.Withdraw("a", "2021");
  ASSERT_EQ(archive_.LineagesOn("a", "2024"), std::vector<uint32_t>{1});
  EXPECT_EQ(Walk(), "2022 s1,added\n2023 s1,removed\n2024 s1,returned\n");
  EXPECT_EQ(Walk(2), "2024 s1,returned\n");
}

TEST_F(ChangeLog, StopsWhereTheVisitorFails) {
  archive_.Import({MakeState("a", "2020", {One()}), MakeState("a", "2021", {Two()})});
  const auto history = archive_.History("a");
  int steps = 0;
  const Status status = WalkChanges(archive_.reader(), history, 0, kLatestCommit, [&](const ChangeLogStep&) {
    ++steps;
    return Status::Cancelled("enough");
  });
  EXPECT_EQ(status.code(), StatusCode::kCancelled);
  EXPECT_EQ(steps, 1);
}

TEST_F(ChangeLog, KnowsWhichEditionBroughtTheTextOfEachSection) {
  archive_.Import(
      {MakeState("a", "2020", {One(), Two()}), MakeState("a", "2021", {One("Forty percent.\n"), Two()}),
       MakeState("a", "2022", {Two(), One("Forty percent.\n")}), MakeState("a", "2023", {One(), Two()})});
  const auto history = archive_.History("a");
  EXPECT_EQ(FindOrigins(history, 0), (std::vector<size_t>{0, 0}));
  EXPECT_EQ(FindOrigins(history, 2), (std::vector<size_t>{0, 1}));
  EXPECT_EQ(FindOrigins(history, 3), (std::vector<size_t>{3, 0}));
}

TEST_F(ChangeLog, ATextBeginsAnewAfterARemovalAndNotAtACorrectedEdition) {
  archive_.Import({MakeState("a", "2020", {One()}, "R"), MakeState("a", "2021", {Two()}, "R"),
                   MakeState("a", "2021", {One()}, "R"), Removal("a", "2022"),
                   MakeState("a", "2023", {One()})});
  const auto history = archive_.History("a");
  EXPECT_EQ(FindOrigins(history, 2), (std::vector<size_t>{0}));
  EXPECT_EQ(FindOrigins(history, 4), (std::vector<size_t>{4}));
}

}  // namespace
}  // namespace muragat
