// Reading ahead changes how fast questions are answered, never what.
#include <gtest/gtest.h>

#include "muragat/store/reader.h"
#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/random.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::LastOf;
using support::TextState;

constexpr size_t kEnough = size_t{1} << 20;

// 20 documents with a state a year from 2000 to 2019, every fifth of them a removal.
std::vector<State> TwentyDocuments() {
  std::vector<State> states;
  for (int year = 2000; year < 2020; ++year) {
    for (int document = 0; document < 20; ++document) {
      const std::string id = "d" + std::to_string(document), date = std::to_string(year);
      if ((year + document) % 5 == 0) {
        states.push_back(support::Removal(id, date));
      } else {
        states.push_back(TextState(id, date, "Law " + id + " says in " + date + " what it says.\n"));
      }
    }
  }
  return states;
}

TEST(ReadAhead, ChangesNoAnswer) {
  MemoryArchive archive;
  archive.Import(TwentyDocuments());
  support::Random random(5);
  std::vector<ComingQuestion> questions;
  for (int i = 0; i < 500; ++i) {
    // Some are of years before the first, of a document that is not there, or of one by another case.
    const std::string id = (random.OneIn(10) ? "D" : "d") + std::to_string(random.Below(22));
    questions.push_back({id, LastOf(std::to_string(1998 + random.Below(24))), {}});
  }
  const Reader plain(archive.database()), ahead(archive.database());
  for (const size_t count : {size_t{2}, size_t{40}, questions.size()}) {
    const auto some = std::span(questions).first(count);
    EXPECT_GT(ahead.ReadAhead(some, kEnough), 0u);
    for (const ComingQuestion& question : some) {
      const auto expected = plain.FindText(question.document, question.at);
      const auto found = ahead.FindText(question.document, question.at);
      ASSERT_TRUE(expected.ok() && found.ok());
      ASSERT_EQ(*found == nullptr, *expected == nullptr) << question.document;
      if (*found) {
        EXPECT_EQ(**found, **expected);
      }
    }
  }
}

TEST(ReadAhead, BringsInLittleMoreThanItMay) {
  MemoryArchive archive;
  archive.Import(TwentyDocuments());
  const Reader reader(archive.database());
  std::vector<ComingQuestion> questions;
  for (int year = 2000; year < 2020; ++year) questions.push_back({"d3", LastOf(std::to_string(year)), {}});
  const size_t all = reader.ReadAhead(questions, kEnough);
  EXPECT_GT(all, 500u);
  EXPECT_EQ(Reader(archive.database()).ReadAhead(questions, 0), 0u);
  EXPECT_LT(Reader(archive.database()).ReadAhead(questions, 100), 200u)
      << "stops behind the text that fills it";
}

TEST(ReadAhead, OfASectionLeavesTheOthersAlone) {
  MemoryArchive archive;
  archive.Import({support::MakeState(
      "a", "2020", {support::MakeSection("One", "one\n"), support::MakeSection("Two", "two\n")})});
  const auto edition = *archive.reader().FindStanding("a", LastOf("2020"));
  ASSERT_EQ(edition->sections.size(), 2u);
  const Reader reader(archive.database());
  const std::vector<ComingQuestion> one = {{"a", LastOf("2020"), edition->sections[1].section}};
  EXPECT_EQ(reader.ReadAhead(one, kEnough), std::string("# Two\ntwo\n").size());
}

TEST(ReadAhead, LeavesDamageToTheQuestion) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2020", "first\n"), TextState("b", "2020", "second\n")});
  archive.Put(Family::kRevision, EncodeRevisionKey({{1}, {1}, {0}}), "damage");
  const Reader reader(archive.database());
  const std::vector<ComingQuestion> both = {{"a", LastOf("2020"), {}}, {"b", LastOf("2020"), {}}};
  EXPECT_GT(reader.ReadAhead(both, kEnough), 0u);
  EXPECT_EQ(reader.FindText("a", LastOf("2020")).status().code(), StatusCode::kCorruption);
  EXPECT_EQ(**reader.FindText("b", LastOf("2020")), "# Law\nsecond\n");
}

TEST(ReadAhead, SeesWhatWasWrittenMeanwhile) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2020", "first\n")});
  const Reader reader(archive.database());
  const std::vector<ComingQuestion> twice = {{"a", LastOf("2021"), {}}, {"a", LastOf("2021"), {}}};
  reader.ReadAhead(twice, kEnough);
  EXPECT_EQ(**reader.FindText("a", LastOf("2021")), "# Law\nfirst\n");
  archive.Import({TextState("a", "2021", "second\n")});
  reader.ReadAhead(twice, kEnough);
  EXPECT_EQ(**reader.FindText("a", LastOf("2021")), "# Law\nsecond\n");
}

}  // namespace
}  // namespace muragat
