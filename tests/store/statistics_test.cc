#include "muragat/store/statistics.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "muragat/codec/revision_record.h"
#include "tests/support/dates.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/states.h"
#include "tests/support/still_clock.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::Removal;
using support::TextState;

class StatisticsTest : public testing::Test {
 protected:
  void Import(const std::vector<State>& states) {
    Writer writer(archive_->database(), clock_, {});
    for (const State& state : states) ASSERT_TRUE(writer.Add(state).ok());
    ASSERT_TRUE(writer.Commit().ok());
  }
  support::ScratchFolder folder_;
  support::StillClock clock_;
  std::unique_ptr<Archive> archive_ = Archive::Create(folder_.Path("archive"), "", clock_).value();
};

TEST_F(StatisticsTest, OfAnEmptyArchiveAreZero) {
  const auto figures = ReadStatistics(*archive_);
  ASSERT_TRUE(figures.ok());
  EXPECT_EQ(
      figures->documents + figures->sections + figures->editions + figures->revisions + figures->captures,
      0u);
  EXPECT_EQ(figures->reforms + figures->commits + figures->raw_bytes + figures->longest_chain, 0u);
  EXPECT_GT(figures->stored_bytes, 0u);
}

TEST_F(StatisticsTest, CountWhatThereIs) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "Line " + std::to_string(i) + " of it.\n";
  State captured = TextState("b", "2020", "12345", "Law");  // "# Law\n12345": 11 bytes
  captured.capture.bytes = "raw";
  Import({MakeState("a", "2020", {MakeSection("", text), MakeSection("", "x")}, "Law"), captured});
  Import({MakeState("a", "2021", {MakeSection("", text + "y"), MakeSection("", "x")}, "Law"),
          Removal("a", "2022", "Other law")});
  {
    Writer writer(archive_->database(), clock_, {});
    ASSERT_TRUE(writer.Withdraw(support::Id("a"), support::Date("2022"), std::nullopt, "no").ok());
    ASSERT_TRUE(writer.Commit().ok());
  }
  const auto figures = ReadStatistics(*archive_);
  ASSERT_TRUE(figures.ok());
  EXPECT_EQ(figures->documents, 2u);
  EXPECT_EQ(figures->sections, 3u);
  EXPECT_EQ(figures->editions, 4u) << "withdrawals are none";
  EXPECT_EQ(figures->revisions, 4u);
  EXPECT_EQ(figures->captures, 1u);
  EXPECT_EQ(figures->reforms, 3u);
  EXPECT_EQ(figures->commits, 3u);
  EXPECT_EQ(figures->raw_bytes, (text.size() + 1) + 11 + (text.size() + 2));
  EXPECT_EQ(figures->longest_chain, 1u);
}

TEST_F(StatisticsTest, CountATextThatIsStoredAsAnEarlierOne) {
  Import({TextState("a", "2020", "12345"), TextState("a", "2021", "x")});
  const auto batch = archive_->database().NewBatch();
  batch->Put(Family::kRevision, EncodeRevisionKey({{1}, {1}, {1}}),
             EncodeRevision({{1}, {1}, {1}},
                            {.form = RevisionForm::kSame, .title = "Law", .base = {{1}, {1}, {0}}}));
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(ReadStatistics(*archive_)->raw_bytes, 22u);
}

TEST_F(StatisticsTest, GiveTheBytesOfEachFamilyAndOfAllFiles) {
  Import({TextState("a", "2020", "text", "Law")});
  ASSERT_TRUE(archive_->database().Compact().ok());
  const auto figures = ReadStatistics(*archive_);
  ASSERT_TRUE(figures.ok());
  std::string families;
  uint64_t sum = 0;
  for (const auto& [family, bytes] : figures->family_bytes) {
    families += family + " ";
    sum += bytes;
  }
  EXPECT_EQ(families, "capture catalog derived edition log revision ");
  EXPECT_GT(figures->family_bytes.at("revision"), 0u);
  EXPECT_EQ(figures->family_bytes.at("capture"), 0u);
  EXPECT_GT(figures->stored_bytes, sum);
  uint64_t files = 0;
  for (const auto& [name, bytes] : support::ReadTree(folder_.Path("archive"))) files += bytes.size();
  EXPECT_EQ(StoredBytes(*archive_), files);
}

TEST_F(StatisticsTest, OfADamagedArchiveAreNone) {
  Import({TextState("a", "2020", "text")});
  const auto batch = archive_->database().NewBatch();
  batch->Put(Family::kRevision, EncodeRevisionKey({{1}, {1}, {0}}), "\x09\x09");
  ASSERT_TRUE(batch->Commit().ok());
  EXPECT_EQ(ReadStatistics(*archive_).status().code(), StatusCode::kCorruption);
}

}  // namespace
}  // namespace muragat
