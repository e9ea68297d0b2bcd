#include "muragat/search/text_runs.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "muragat/search/word_index.h"
#include "tests/store/memory_archive.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::TextState;
using Lines = std::vector<std::string>;

void Import(MemoryArchive& archive, const std::vector<State>& states) {
  WordIndexWriter index(archive.database());
  archive.Import(states, {.observer = &index});
}

// "document.section begin-end" of each run, without an end where there is none.
Lines Runs(MemoryArchive& archive, const char* phrase) {
  Lines lines;
  const auto runs = FindTextRuns(archive.database(), NeededTerms(*ParsePhrase(phrase)));
  EXPECT_TRUE(runs.ok());
  for (const TextRun& run : *runs) {
    lines.push_back(std::to_string(run.place.document.value) + "." + std::to_string(run.place.section.value) +
                    " " + std::to_string(run.begin) + "-" +
                    (run.end == TextRun::kEndless ? "" : std::to_string(run.end)));
  }
  return lines;
}

TEST(TextRuns, AreTheTextsThatHoldAllWords) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000", "quota"), TextState("a", "2001", "quota women"),
                   TextState("a", "2002", "quota women youth"), TextState("a", "2003", "no quota"),
                   TextState("a", "2004", "women quota"), TextState("b", "2000", "women"),
                   TextState("c", "2000", "women of a quota")});
  EXPECT_EQ(Runs(archive, "quota women"), (Lines{"1.1 1-3", "1.1 4-", "3.1 0-"}));
  EXPECT_EQ(Runs(archive, "quota"), (Lines{"1.1 0-", "3.1 0-"}));
  EXPECT_EQ(Runs(archive, "youth"), (Lines{"1.1 2-3"}));
  EXPECT_EQ(Runs(archive, "quota senate"), Lines());
}

TEST(TextRuns, OfAWordThatComesTwiceHoldItTwice) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000", "more and more"), TextState("a", "2001", "more"),
                   TextState("a", "2002", "no more than more"), TextState("b", "2000", "more")});
  EXPECT_EQ(Runs(archive, "more and more"), (Lines{"1.1 0-1"}));
  EXPECT_EQ(Runs(archive, "more NEAR/3 more"), (Lines{"1.1 0-1", "1.1 2-"}));
}

TEST(TextRuns, OfABeginningAreOfAnyWordThatBeginsSo) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000", "quota"), TextState("a", "2001", "quotas"),
                   TextState("a", "2002", "quorum"), TextState("a", "2003", "quoted quota")});
  EXPECT_EQ(Runs(archive, "quot*"), (Lines{"1.1 0-2", "1.1 3-"}));
}

TEST(TextRuns, GoOverTheListsOfAllCommits) {
  MemoryArchive archive;
  Import(archive, {TextState("a", "2000", "quota"), TextState("b", "2000", "quota")});
  Import(archive, {TextState("a", "2001", "none"), TextState("c", "2000", "quota")});
  Import(archive, {TextState("a", "2002", "a quota"), TextState("b", "2001", "none")});
  EXPECT_EQ(Runs(archive, "quota"), (Lines{"1.1 0-1", "1.1 2-", "2.1 0-1", "3.1 0-"}));
}

TEST(TextRuns, AreEnoughForOneWordThatTheIndexKnowsWhole) {
  EXPECT_TRUE(IsCounted(*ParsePhrase("quota")));
  EXPECT_TRUE(IsCounted(*ParsePhrase("quot*")));
  EXPECT_FALSE(IsCounted(*ParsePhrase("a quota")));
  EXPECT_FALSE(IsCounted(*ParsePhrase(std::string(96, 'x'))));
  EXPECT_FALSE(IsCounted(*MakeBytesPhrase("quota")));
}

TEST(TextRuns, SayOfEachTextWhetherItIsAmongThem) {
  const SectionPlace place{{1}, {1}};
  const std::vector<TextRun> runs = {{place, 2, 4}, {place, 7, TextRun::kEndless}};
  std::string among;
  for (uint32_t ordinal = 0; ordinal < 9; ++ordinal) among += IsInRuns(runs, {ordinal}) ? '1' : '0';
  EXPECT_EQ(among, "001100011");
  EXPECT_FALSE(IsInRuns({}, {0}));
}

}  // namespace
}  // namespace muragat
