#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::Date;
using support::Id;
using support::Removal;
using support::TextState;

class WithdrawalTest : public testing::Test {
 protected:
  Status Try(const char* document, const char* date, const std::optional<std::string>& reform = std::nullopt,
             const std::string& because = "a mistake") {
    Writer writer(archive_.database(), archive_.clock(), {});
    return writer.Withdraw(Id(document), Date(date), reform, because);
  }
  MemoryArchive archive_;
};

TEST_F(WithdrawalTest, AnEditionStandsNoLongerAndIsStillThereForEarlierCommits) {
  archive_.Import({TextState("a", "2020", "1"), TextState("a", "2022", "2")});
  const CommitNumber withdrawn = archive_.Withdraw("a", "2022");
  EXPECT_EQ(withdrawn, CommitNumber{2});
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\n1");
  EXPECT_EQ(archive_.TextOn("a", "2022", {1}), "# Law\n2");
  EXPECT_EQ(archive_.History("a").size(), 1u);
  EXPECT_EQ(archive_.History("a", {1}).size(), 2u);
  EXPECT_TRUE(archive_.Codes().empty());
}

TEST_F(WithdrawalTest, OfTheOnlyEditionLeavesNothing) {
  archive_.Import({TextState("a", "2022", "1")});
  archive_.Withdraw("a", "2022");
  EXPECT_EQ(archive_.TextOn("a", "2022"), std::nullopt);
  EXPECT_TRUE(archive_.History("a").empty());
}

TEST_F(WithdrawalTest, OfACorrectionLetsTheEarlierOneStand) {
  archive_.Import({TextState("a", "2022", "first", "R"), TextState("a", "2022", "correction", "R")});
  archive_.Withdraw("a", "2022");
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\nfirst");
  ASSERT_EQ(archive_.History("a").size(), 1u);
  EXPECT_FALSE(archive_.History("a")[0].corrected);
  archive_.Withdraw("a", "2022");
  EXPECT_EQ(archive_.TextOn("a", "2022"), std::nullopt);
}

TEST_F(WithdrawalTest, OfARemovalBringsTheTextBack) {
  archive_.Import({TextState("a", "2020", "1"), Removal("a", "2022")});
  archive_.Withdraw("a", "2022");
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\n1");
}

TEST_F(WithdrawalTest, WithinTheCommitThatBroughtTheEdition) {
  Writer writer(archive_.database(), archive_.clock(), {});
  ASSERT_TRUE(writer.Add(TextState("a", "2022", "1")).ok());
  ASSERT_TRUE(writer.Withdraw(Id("a"), Date("2022"), std::nullopt, "at once").ok());
  ASSERT_TRUE(writer.Add(TextState("a", "2022", "2")).ok());
  ASSERT_TRUE(writer.Commit().ok());
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\n2");
  EXPECT_EQ(archive_.reader().ReadCommit({1})->records, 3u);
  EXPECT_TRUE(archive_.Codes().empty());
}

TEST_F(WithdrawalTest, NamesTheReformWhereSeveralStand) {
  archive_.Import({TextState("a", "2022", "1", "First law"), TextState("a", "2022", "2", "Second law"),
                   TextState("a", "2022", "3")});
  const Status several = Try("a", "2022");
  EXPECT_EQ(several.code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(
      several.message(),
      "several editions stand at 2022: name one with --reform: \"First law\" \"Second law\" \"\" (it came "
      "without one)");
  archive_.Withdraw("a", "2022", "Second law");
  EXPECT_EQ(archive_.History("a").size(), 2u);
  archive_.Withdraw("a", "2022", "2022/first-law");
  ASSERT_EQ(archive_.History("a").size(), 1u);
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\n3");
}

// An empty reform once fitted every edition, whatever reform had brought it.
TEST_F(WithdrawalTest, AnEmptyReformMeansTheEditionThatCameWithoutOne) {
  archive_.Import({TextState("a", "2022", "1"), TextState("a", "2022", "2", "Law")});
  archive_.Withdraw("a", "2022", "");
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\n2");
  EXPECT_EQ(Try("a", "2022", "").code(), StatusCode::kNotFound);
}

TEST_F(WithdrawalTest, OfWhatDoesNotStandIsNotFoundAndAddsNothing) {
  archive_.Import({TextState("a", "2022", "1", "Law")});
  EXPECT_EQ(Try("b", "2022").code(), StatusCode::kNotFound);
  EXPECT_EQ(Try("a", "2021").code(), StatusCode::kNotFound);
  EXPECT_EQ(Try("a", "2022-01-01").code(), StatusCode::kNotFound);
  EXPECT_EQ(Try("a", "2022", "Other law").code(), StatusCode::kNotFound);
  archive_.Withdraw("a", "2022");
  EXPECT_EQ(Try("a", "2022").code(), StatusCode::kNotFound);
  EXPECT_EQ(archive_.reader().LastCommit().value(), CommitNumber{2});
}

TEST_F(WithdrawalTest, WithAControlCharacterInTheReasonIsRefused) {
  archive_.Import({TextState("a", "2022", "1")});
  EXPECT_EQ(Try("a", "2022", std::nullopt, "two\nlines").code(), StatusCode::kInvalidArgument);
}

TEST_F(WithdrawalTest, KeepsWhoDidItAndWhy) {
  archive_.Import({TextState("a", "2022", "1")});
  Writer writer(archive_.database(), archive_.clock(), {.author = "Archivist"});
  ASSERT_TRUE(writer.Withdraw(Id("a"), Date("2022"), std::nullopt, "the date was wrong").ok());
  ASSERT_TRUE(writer.Commit().ok());
  std::vector<Withdrawal> withdrawals;
  ASSERT_TRUE(archive_.reader()
                  .VisitEditions([&](const EditionKey&, const EditionRecord& record) {
                    if (const auto* found = std::get_if<Withdrawal>(&record)) withdrawals.push_back(*found);
                    return Status::Ok();
                  })
                  .ok());
  EXPECT_EQ(withdrawals, (std::vector<Withdrawal>{{{{1}, 0}, "Archivist", "the date was wrong"}}));
}

TEST_F(WithdrawalTest, TheSameStateMayBeRecordedAnewAfterwards) {
  archive_.Import({TextState("a", "2022", "1")});
  archive_.Withdraw("a", "2022");
  EXPECT_EQ(archive_.Import({TextState("a", "2022", "1")}), CommitNumber{3});
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\n1");
  EXPECT_EQ(archive_.TextOn("a", "2022", {2}), std::nullopt);
}

}  // namespace
}  // namespace muragat
