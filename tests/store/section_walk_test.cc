#include "muragat/store/section_walk.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/generated_history.h"
#include "tests/support/random.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::TextState;

// "ordinal text" of each text of a section; "ordinal ?" where it is nothing.
std::vector<std::string> Walk(SectionWalk& walk, uint32_t document, uint32_t section) {
  std::vector<std::string> texts;
  EXPECT_TRUE(walk.Visit({document}, {section},
                         [&](Ordinal ordinal, std::optional<std::string_view> text) {
                           texts.push_back(std::to_string(ordinal.value) + " " +
                                           std::string(text.value_or("?")));
                         })
                  .ok());
  return texts;
}

using Lines = std::vector<std::string>;

TEST(SectionWalk, VisitsAllTextsOfASectionInAnyOrderOfSections) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2000", "one"), TextState("a", "2005", "two"),
                  MakeState("b", "2000", {MakeSection("", "first\n"), MakeSection("Second", "second\n")}),
                  TextState("c", "2000", "three")});
  archive.Withdraw("a", "2005");
  SectionWalk walk(archive.reader());
  EXPECT_EQ(Walk(walk, 1, 1), (Lines{"0 # Law\none", "1 # Law\ntwo"})) << "also what no longer stands";
  EXPECT_EQ(Walk(walk, 3, 1), (Lines{"0 # Law\nthree"}));
  EXPECT_EQ(Walk(walk, 2, 1), (Lines{"0 first\n"})) << "backward";
  EXPECT_EQ(Walk(walk, 2, 2).size(), 1U);
  EXPECT_EQ(Walk(walk, 2, 3), Lines());
  EXPECT_EQ(Walk(walk, 9, 1), Lines());
  EXPECT_EQ(Walk(walk, 1, 1), (Lines{"0 # Law\none", "1 # Law\ntwo"}));
}

TEST(SectionWalk, SaysNothingOfATextThatIsDamaged) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2000", "one"), TextState("a", "2005", "two"), TextState("b", "2000", "b")});
  archive.Put(Family::kRevision, EncodeRevisionKey({{1}, {1}, {0}}), "\x01");
  SectionWalk walk(archive.reader());
  EXPECT_EQ(Walk(walk, 1, 1).front(), "0 ?");
  EXPECT_EQ(Walk(walk, 2, 1), (Lines{"0 # Law\nb"}));
}

TEST(SectionWalk, VisitsWhatTheReaderReads) {
  support::Random random(3);
  MemoryArchive archive;
  const auto history = support::GenerateHistory(
      random.Any(), {.language = support::GeneratedLanguage::kRussian, .sections = 20, .editions = 40});
  std::vector<State> states;
  for (const auto& edition : history.editions) states.push_back(edition.state);
  archive.Import(states);
  SectionWalk walk(archive.reader());
  size_t texts = 0;
  for (uint32_t section = 1; section < 60; ++section) {
    const auto visit = [&](Ordinal ordinal, std::optional<std::string_view> text) {
      const auto stored = archive.reader().ReadRevision({{1}, {section}, ordinal});
      ASSERT_TRUE(stored.ok() && text);
      EXPECT_EQ(*text, (*stored)->text);
      ++texts;
    };
    ASSERT_TRUE(walk.Visit({1}, {section}, visit).ok());
  }
  EXPECT_GT(texts, 100U);
}

TEST(SectionWalk, VisitsOnlyWhatIsWanted) {
  support::Random random(9);
  MemoryArchive archive;
  std::vector<State> states;
  std::string body;
  for (int i = 0; i < 60; ++i) {  // several keyframes, and chains between them
    body += "Sentence " + std::to_string(i) + " of the law says something else.\n";
    states.push_back(TextState("a", std::to_string(1900 + i), body));
  }
  archive.Import(states);
  SectionWalk walk(archive.reader());
  for (int i = 0; i < 200; ++i) {
    std::vector<bool> wanted(60);
    for (size_t at = 0; at < wanted.size(); ++at)
      wanted[at] = random.OneIn(1 + static_cast<uint32_t>(i % 30));
    const auto filter = [&](Ordinal ordinal) { return wanted[ordinal.value]; };
    const auto visit = [&](Ordinal ordinal, std::optional<std::string_view> text) {
      ASSERT_TRUE(text && wanted[ordinal.value]) << ordinal.value;
      wanted[ordinal.value] = false;
      EXPECT_EQ(*text, (*archive.reader().ReadRevision({{1}, {1}, ordinal}))->text);
    };
    ASSERT_TRUE(walk.VisitSome({1}, {1}, filter, visit).ok());
    EXPECT_EQ(std::count(wanted.begin(), wanted.end(), true), 0) << "each was visited";
  }
}

}  // namespace
}  // namespace muragat
