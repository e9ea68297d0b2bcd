// How reforms are told apart and named.
#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::Date;
using support::TextState;

class ReformTest : public testing::Test {
 protected:
  // The id of the reform that a state of its own brings.
  std::string IdOf(const char* date, const char* title) {
    Writer writer(archive_.database(), archive_.clock(), {});
    EXPECT_TRUE(writer.Add(TextState("d" + std::to_string(++documents_), date, "1", title)).ok());
    EXPECT_TRUE(writer.Commit().ok());
    const auto history = archive_.History("d" + std::to_string(documents_));
    return archive_.reader().ReadReform(history.back().edition.reform).value().id;
  }
  int documents_ = 0;
  MemoryArchive archive_;
};

TEST_F(ReformTest, IsNamedByDateAndSlug) {
  EXPECT_EQ(IdOf("2022-06-08", "Referendum of 5 June 2022"), "2022-06-08/referendum-of-5-june-2022");
  EXPECT_EQ(IdOf("2022", "Сайлау туралы ЗАҢ!"), "2022/сайлау-туралы-заң");
  EXPECT_EQ(IdOf("2022-06", "***"), "2022-06/reform");
}

TEST_F(ReformTest, OfASecondIsNamedByItsDayWhereThatIsFree) {
  EXPECT_EQ(IdOf("2022-06-08T12:00:00Z", "Law"), "2022-06-08/law");
}

TEST_F(ReformTest, WithTheSlugOfAnotherOfItsDayHasTheTimeInItsId) {
  EXPECT_EQ(IdOf("2022-06-08T12:00:00Z", "Law"), "2022-06-08/law");
  EXPECT_EQ(IdOf("2022-06-08T13:00:00Z", "Law"), "2022-06-08T13:00:00Z/law");
}

// The third of one second was once named ~3.
TEST_F(ReformTest, WithTheSlugOfAnotherOfItsSecondIsCounted) {
  EXPECT_EQ(IdOf("2022-06-08T12:00:00Z", "Law"), "2022-06-08/law");
  EXPECT_EQ(IdOf("2022-06-08T12:00:00Z", "Law."), "2022-06-08T12:00:00Z/law");
  EXPECT_EQ(IdOf("2022-06-08T12:00:00Z", "Law!"), "2022-06-08T12:00:00Z/law~2");
  EXPECT_EQ(IdOf("2022-06-08T12:00:00Z", "Law?"), "2022-06-08T12:00:00Z/law~3");
}

TEST_F(ReformTest, WithTheSlugOfAnotherOfItsDateIsCounted) {
  EXPECT_EQ(IdOf("2022-06-08", "Law"), "2022-06-08/law");
  EXPECT_EQ(IdOf("2022-06-08", "LAW"), "2022-06-08/law~2");
  EXPECT_EQ(IdOf("2022-06-08", "law"), "2022-06-08/law~3");
}

TEST_F(ReformTest, IsOneForAllDocumentsOfItsDateAndTitle) {
  EXPECT_EQ(IdOf("2022-06-08", "Law"), IdOf("2022-06-08", "Law"));
  EXPECT_EQ(archive_.reader().CountReforms().value(), 1u);
  const auto links = archive_.reader().ReadReformLinks({1}).value();
  ASSERT_EQ(links.size(), 2u);
  EXPECT_EQ(links[0].document, DocumentNumber{1});
  EXPECT_EQ(links[1].document, DocumentNumber{2});
  EXPECT_EQ(FormatDate(links[1].valid), "2022-06-08");
}

TEST_F(ReformTest, OfOneTitleOnTwoDatesIsTwo) {
  EXPECT_EQ(IdOf("2022-06-09", "Update terms"), "2022-06-09/update-terms");
  EXPECT_EQ(IdOf("2022-06-08", "Update terms"), "2022-06-08/update-terms");
  IdOf("2022-06-08", "Update terms 2");
  EXPECT_EQ(archive_.reader().FindReformsByTitle("Update terms").value(),
            (std::vector<ReformNumber>{{2}, {1}}));
  EXPECT_TRUE(archive_.reader().FindReformsByTitle("Update").value().empty());
}

TEST_F(ReformTest, OfADayIsAnotherThanOfItsFirstSecond) {
  EXPECT_EQ(IdOf("2022-06-08", "Law"), "2022-06-08/law");
  EXPECT_EQ(IdOf("2022-06-08T00:00:00Z", "Law"), "2022-06-08T00:00:00Z/law");
}

TEST_F(ReformTest, IsFoundByItsId) {
  IdOf("2022", "One");
  IdOf("2022", "Two");
  EXPECT_EQ(archive_.reader().FindReformById("2022/two").value(), ReformNumber{2});
  EXPECT_EQ(archive_.reader().FindReformById("2022/three").value(), std::nullopt);
  EXPECT_EQ(archive_.reader().ReadReform({2}).value(), (Reform{"2022/two", "Two", Date("2022")}));
  EXPECT_EQ(archive_.reader().ReadReform({3}).status().code(), StatusCode::kCorruption);
}

TEST_F(ReformTest, MayBeThereBeforeItBringsAnything) {
  Writer writer(archive_.database(), archive_.clock(), {});
  EXPECT_EQ(writer.AddReform(Date("2022"), "Law").value(), true);
  EXPECT_EQ(writer.AddReform(Date("2022"), "Law").value(), false);
  EXPECT_EQ(writer.AddReform(Date("2022"), "").status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(writer.AddReform(Date("2022"), "a\tb").status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(writer.Commit().value(), CommitNumber{1});
  EXPECT_EQ(archive_.reader().ReadCommit({1})->records, 0u);
  EXPECT_EQ(IdOf("2022", "Law"), "2022/law");
  EXPECT_EQ(archive_.reader().CountReforms().value(), 1u);
  EXPECT_TRUE(archive_.Codes().empty());
}

TEST_F(ReformTest, SeveralAreReadAtOnceWhereverTheyStand) {
  for (const char* title : {"One", "Two", "Three", "Four"}) IdOf("2022-06-08", title);
  const auto reforms = archive_.reader().ReadReforms({{1}, {3}, {4}});
  ASSERT_TRUE(reforms.ok()) << reforms.status().message();
  ASSERT_EQ(reforms->size(), 3u);
  EXPECT_EQ(reforms->at({1}).title, "One");
  EXPECT_EQ(reforms->at({3}).title, "Three");
  EXPECT_EQ(reforms->at({4}).title, "Four");
  EXPECT_EQ(archive_.reader().ReadReforms({{2}, {9}}).status().code(), StatusCode::kCorruption);
  EXPECT_TRUE(archive_.reader().ReadReforms({}).value().empty());
}

}  // namespace
}  // namespace muragat
