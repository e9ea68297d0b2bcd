#include "muragat/store/writer.h"

#include <gtest/gtest.h>

#include "muragat/text/fold.h"
#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::Date;
using support::Id;
using support::MakeSection;
using support::MakeState;
using support::Removal;
using support::TextState;

class WriterTest : public testing::Test {
 protected:
  std::unique_ptr<Writer> NewWriter(const WriterOptions& options = {}) {
    return std::make_unique<Writer>(archive_.database(), archive_.clock(), options);
  }
  StatusCode AddCode(const State& state) { return NewWriter()->Add(state).status().code(); }
  MemoryArchive archive_;
};

using WriterAdd = WriterTest;
using WriterCommit = WriterTest;

TEST_F(WriterAdd, IsSeenByNobodyBeforeTheCommit) {
  const auto writer = NewWriter();
  ASSERT_TRUE(writer->Add(TextState("a", "2022", "1")).ok());
  EXPECT_EQ(writer->pending_states(), 1u);
  EXPECT_EQ(archive_.TextOn("a", "2022"), std::nullopt);
  EXPECT_TRUE(writer->reader().FindDocument("a").value());
  EXPECT_EQ(writer->Commit().value(), CommitNumber{1});
  EXPECT_EQ(writer->pending_states(), 0u);
  EXPECT_EQ(archive_.TextOn("a", "2022"), "# Law\n1");
}

TEST_F(WriterAdd, IsLostWithAWriterThatDoesNotCommit) {
  const auto before = archive_.Dump();
  ASSERT_TRUE(NewWriter()->Add(TextState("a", "2022", "1")).ok());
  EXPECT_EQ(archive_.Dump(), before);
}

TEST_F(WriterAdd, GivesBackEveryByteOfTheSlices) {
  const std::vector<std::string> bodies = {"",
                                           "\r\ntext\r\n",
                                           "no line end",
                                           "trailing  \n\n",
                                           "\xEF\xBB\xBF# not a heading",
                                           "қазақ \xF0\x9F\x98\x80 \t"};
  for (size_t i = 0; i < bodies.size(); ++i) {
    const std::string id = "doc" + std::to_string(i);
    archive_.Import({MakeState(id, "2022", {MakeSection("", bodies[i]), MakeSection("T", bodies[i], 3)})});
    EXPECT_EQ(archive_.TextOn(id, "2022"), bodies[i] + "# T\n" + bodies[i]);
    const auto edition =
        *archive_.reader().FindEdition(archive_.NumberOf(id), support::LastOf("2022")).value();
    const auto sections = archive_.reader().ReadSections(edition).value();
    ASSERT_EQ(sections.size(), 2u);
    EXPECT_EQ(sections[0].section.heading, "");
    EXPECT_EQ(sections[0].section.body, bodies[i]);
    EXPECT_EQ(sections[1].section, MakeSection("T", bodies[i], 3));
  }
  archive_.Import({MakeState("empty", "2022", {})});
  EXPECT_EQ(archive_.TextOn("empty", "2022"), "");
}

TEST_F(WriterAdd, KeepsTitleLanguageNumberAndTeaser) {
  State state = MakeState(
      "a", "2022",
      {MakeSection("", "preamble"), MakeSection("Article 50. Free speech", "Everyone ... Read more")});
  state.content->sections[1].number = "50";
  state.content->sections[1].teaser = true;
  state.content->language = "kk";
  state.author = "Parliament";
  for (const char* title : {"Article 50. Free speech", "", "Another title"}) {
    state.content->title = title;
    state.reform = "Title " + std::string(title);
    archive_.Import({state});
    const auto edition = archive_.History("a").back().edition;
    EXPECT_EQ(edition.title, title);
    EXPECT_EQ(edition.language, "kk");
    EXPECT_EQ(edition.author, "Parliament");
    const auto sections = archive_.reader().ReadSections(edition).value();
    EXPECT_EQ(sections[1].section, state.content->sections[1]);
  }
}

TEST_F(WriterAdd, CountsWhatHappenedToSections) {
  const auto writer = NewWriter();
  const auto add = [&](const char* date, std::vector<Section> sections) {
    return writer->Add(MakeState("a", date, std::move(sections))).value();
  };
  const Section one = MakeSection("One", "first body of it\n"),
                two = MakeSection("Two", "second body of it\n"),
                three = MakeSection("Three", "third body of it\n"),
                changed = MakeSection("Two", "second body is new\n");
  EXPECT_EQ(add("2020", {one, two}).sections_added, 2u);
  const AddOutcome outcome = add("2021", {three, changed, one});
  EXPECT_EQ(outcome.sections_added, 1u);
  EXPECT_EQ(outcome.sections_changed, 1u);
  EXPECT_EQ(outcome.sections_moved, 1u);
  EXPECT_EQ(outcome.sections_removed, 0u);
  EXPECT_EQ(add("2022", {one}).sections_removed, 2u);
  EXPECT_TRUE(writer->Add(Removal("a", "2023")).value().removed);
}

TEST_F(WriterAdd, RefusesAnIdThatLooksLikeAnother) {
  archive_.Import({TextState("kz/Law", "2022", "1")});
  const auto before = archive_.Dump();
  EXPECT_EQ(AddCode(TextState("kz/law", "2022", "2")), StatusCode::kConflict);
  EXPECT_EQ(AddCode(TextState("kz/\xEF\xBC\xAC"
                              "aw",
                              "2022", "2")),
            StatusCode::kConflict)
      << "a wide L";
  EXPECT_EQ(AddCode(TextState("kz/law2", "2022", "2")), StatusCode::kOk);
  EXPECT_EQ(archive_.reader().FindDocument("kz/law").value(), std::nullopt);
  EXPECT_EQ(archive_.Dump(), before);
}

TEST_F(WriterAdd, RefusesControlCharactersInReformAndAuthor) {
  EXPECT_EQ(AddCode(TextState("a", "2022", "1", "two\nlines")), StatusCode::kInvalidArgument);
  EXPECT_EQ(AddCode(TextState("a", "2022", "1", "bad \xFF bytes")), StatusCode::kInvalidArgument);
  State state = TextState("a", "2022", "1");
  state.author = "nul" + std::string(1, '\0');
  EXPECT_EQ(AddCode(state), StatusCode::kInvalidArgument);
}

// What a state had written before it failed once stayed in the batch and came with the next commit.
TEST_F(WriterAdd, KeepsNothingOfAStateThatFailed) {
  archive_.Import(
      {MakeState("a", "2020", {MakeSection("One", "body one\n"), MakeSection("Two", "body two\n")})});
  archive_.Put(Family::kCapture, EncodeCaptureKey({1}, {1}) + "x", "a key that makes no sense");
  const auto before = archive_.Dump();
  const auto writer = NewWriter();
  State state =
      MakeState("a", "2021", {MakeSection("One", "body 1\n"), MakeSection("New", "body\n")}, "A new reform");
  state.capture.media_type = "text/plain";
  EXPECT_EQ(writer->Add(state).status().code(), StatusCode::kCorruption);
  EXPECT_EQ(writer->Commit().value(), CommitNumber{1});
  EXPECT_EQ(archive_.Dump(), before);
  ASSERT_TRUE(writer->Add(TextState("b", "2021", "1", "Another reform")).ok());
  ASSERT_TRUE(writer->Commit().ok());
  EXPECT_TRUE(archive_.reader().FindReformsByTitle("A new reform")->empty());
  EXPECT_EQ(archive_.TextOn("b", "2021"), "# Law\n1");
  for (const auto& [place, value] : archive_.Dump()) {
    const bool of_a = place.first == Family::kRevision && place.second.starts_with(DocumentPrefix({1}));
    EXPECT_TRUE(!of_a || before.contains(place)) << "a text of the state that failed";
  }
}

TEST_F(WriterCommit, WritesWhoDidItAndHowMuch) {
  archive_.Import({TextState("a", "2022", "1"), Removal("a", "2023")},
                  {.author = "Me", .program = "muragat 0.1.0", .message = "first import"});
  const CommitRecord commit = archive_.reader().ReadCommit({1}).value();
  EXPECT_TRUE(commit.root);
  const CommitRecord expected{.sequence = {1},
                              .recorded = support::FirstOf("2022-06-08T12:00:00Z"),
                              .author = "Me",
                              .program = "muragat 0.1.0",
                              .message = "first import",
                              .records = 2,
                              .root = commit.root};
  EXPECT_EQ(commit, expected);
  EXPECT_EQ(archive_.reader().ReadCommit({2}).status().code(), StatusCode::kNotFound);
}

TEST_F(WriterCommit, OfNothingMakesNoCommit) {
  EXPECT_EQ(NewWriter()->Commit().value(), CommitNumber{0});
  EXPECT_EQ(archive_.Import({TextState("a", "2022", "1")}), CommitNumber{1});
  EXPECT_EQ(NewWriter()->Commit().value(), CommitNumber{1});
}

TEST_F(WriterCommit, RefusesAuthorsAndMessagesOfSeveralLines) {
  EXPECT_EQ(NewWriter({.author = "a\nb"})->Add(TextState("a", "2022", "1")).status().code(),
            StatusCode::kInvalidArgument);
  EXPECT_EQ(NewWriter({.message = "a\nb"})->Commit().status().code(), StatusCode::kInvalidArgument);
}

TEST_F(WriterCommit, ComesByItselfAtTheEndOfARunAndNeverWithinOne) {
  const auto writer = NewWriter({.max_commit_states = 2});
  const auto commits = [&] { return archive_.reader().LastCommit()->value; };
  for (const char* id : {"a", "b", "c"}) ASSERT_TRUE(writer->Add(TextState(id, "2020", "1", "Reform")).ok());
  EXPECT_EQ(commits(), 0u);
  ASSERT_TRUE(writer->Add(TextState("d", "2020", "1", "Another reform")).ok());
  EXPECT_EQ(commits(), 1u);
  EXPECT_EQ(archive_.reader().ReadCommit({1})->records, 3u);
  ASSERT_TRUE(writer->Add(TextState("e", "2021", "1", "Another reform")).ok());
  EXPECT_EQ(commits(), 1u);
}

TEST_F(WriterCommit, OfAnEndlessRunComesAtItsBound) {
  const auto writer = NewWriter({.max_commit_states = 2, .run_factor = 3});
  for (int i = 0; i < 13; ++i)
    ASSERT_TRUE(writer->Add(TextState("d" + std::to_string(i), "2020", "1", "R")).ok());
  EXPECT_EQ(archive_.reader().LastCommit().value(), CommitNumber{2});
  EXPECT_EQ(archive_.reader().ReadCommit({1})->records, 6u);
}

TEST_F(WriterCommit, ComesBeforeMoreBytesThanItsBound) {
  const auto writer = NewWriter({.max_commit_bytes = 1000});
  ASSERT_TRUE(writer->Add(TextState("a", "2020", std::string(600, 'x'))).ok());
  ASSERT_TRUE(writer->Add(TextState("a", "2021", std::string(600, 'y'))).ok());
  EXPECT_EQ(archive_.reader().LastCommit().value(), CommitNumber{1});
}

TEST_F(WriterTest, ListsDocumentsInTheOrderInWhichTheyCame) {
  archive_.Import({TextState("z", "2022", "1"), TextState("Article D163..md", "2022", "1")});
  archive_.Import({TextState("b", "2022", "1"), TextState("z", "2023", "1")});
  std::string ids;
  const auto documents = archive_.reader().ListDocuments().value();
  for (const auto& [number, id] : documents) ids += std::to_string(number.value) + id + " ";
  EXPECT_EQ(ids, "1z 2Article D163..md 3b ");
}

TEST_F(WriterTest, OfOneArchiveFollowOneAnother) {
  for (int i = 1; i <= 5; ++i) {
    EXPECT_EQ(archive_.Import({TextState("a" + std::to_string(i), "2022", "1", "R" + std::to_string(i))}),
              CommitNumber{static_cast<uint32_t>(i)});
  }
  EXPECT_EQ(archive_.reader().CountReforms().value(), 5u);
  EXPECT_EQ(archive_.reader().ListDocuments()->size(), 5u);
  EXPECT_TRUE(archive_.Codes().empty());
}

}  // namespace
}  // namespace muragat
