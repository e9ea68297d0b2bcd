#include "muragat/store/blame_reader.h"

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::Removal;
using support::TextState;

class BlameReader : public testing::Test {
 protected:
  static Instant On(const std::string& date) { return ParseDate(date)->Last(); }

  // The text of all sections with the year that brought (or took) each span in front of it; away times too.
  std::string Of(const BlameQuery& query) const {
    NoProgress progress;
    const auto blame = ReadBlame(archive_.reader(), archive_.NumberOf("a"), query, progress);
    EXPECT_TRUE(blame.ok()) << blame.status().message();
    std::string marked;
    for (const SectionBlame& section : blame->sections) {
      const std::string text = section.section.section.Text();
      for (const BlameSpan& span : section.spans) {
        const auto year = [&](uint32_t step) { return FormatDate(blame->steps[step].valid); };
        marked += "<" + (span.origin.brought == kStillStands ? "stands" : year(span.origin.brought));
        for (const auto& away : span.origin.away)
          marked += " away " + year(away.gone) + "-" + year(away.back);
        marked += ">" + text.substr(span.begin, span.end - span.begin);
      }
    }
    return marked;
  }
  std::string AsOf(const std::string& date) const { return Of({.at = On(date)}); }
  std::string Reverse(const std::string& from, const std::string& to) const {
    return Of({.at = On(to), .reverse = On(from)});
  }

  MemoryArchive archive_;
};

TEST_F(BlameReader, TellsWhoBroughtEachWordAsOfADate) {
  archive_.Import({TextState("a", "2001", "all men vote\n"), TextState("a", "2002", "all people vote\n"),
                   TextState("a", "2003", "all people may vote\n")});
  EXPECT_EQ(AsOf("2001"), "<2001># Law\nall men vote\n");
  EXPECT_EQ(AsOf("2002"), "<2001># Law\nall <2002>people <2001>vote\n");
  EXPECT_EQ(AsOf("2003"), "<2001># Law\nall <2002>people <2003>may <2001>vote\n");
}

TEST_F(BlameReader, AnEditionThatArrivesLateTakesItsPlace) {
  archive_.Import({TextState("a", "2001", "all men vote\n"), TextState("a", "2003", "all people vote\n")});
  const CommitNumber before = archive_.Import({TextState("b", "2001", "else\n")});
  archive_.Import({TextState("a", "2002", "all people vote\n")});
  EXPECT_EQ(AsOf("2003"), "<2001># Law\nall <2002>people <2001>vote\n");
  EXPECT_EQ(Of({.at = On("2003"), .known_at = before}), "<2001># Law\nall <2003>people <2001>vote\n");
}

TEST_F(BlameReader, WhatWasCorrectedOrWithdrawnBroughtNothing) {
  archive_.Import(
      {TextState("a", "2001", "all men vote\n", "R"), TextState("a", "2002", "all cats vote\n", "R"),
       TextState("a", "2002", "all people vote\n", "R"), TextState("a", "2003", "no cats vote\n", "R")});
  archive_.Withdraw("a", "2003");
  EXPECT_EQ(AsOf("2010"), "<2001># Law\nall <2002>people <2001>vote\n");
}

TEST_F(BlameReader, AfterARemovalTheTextKeepsItsFirstReformAndTellsTheGap) {
  archive_.Import({TextState("a", "2001", "all men vote\n"), Removal("a", "2004"),
                   TextState("a", "2007", "all men vote freely\n")});
  EXPECT_EQ(AsOf("2007"), "<2001 away 2004-2007># Law\nall men vote <2007>freely\n");
  EXPECT_EQ(AsOf("2005"), "");
}

TEST_F(BlameReader, WordsFollowASectionThatMovesAndIsRenamed) {
  const char* text = "The chamber consists of one hundred and seven deputies elected for five years.\n";
  archive_.Import(
      {MakeState("a", "2001", {MakeSection("One", text), MakeSection("Two", "Judges judge.\n")}),
       MakeState("a", "2002", {MakeSection("Two", "Judges judge.\n"), MakeSection("Third", text)})});
  EXPECT_EQ(AsOf("2002"), "<2001># Two\nJudges judge.\n<2001># <2002>Third\n<2001>" + std::string(text));
}

TEST_F(BlameReader, InReverseTellsWhoTookEachWordAway) {
  archive_.Import({TextState("a", "2001", "all free men may vote\n"),
                   TextState("a", "2002", "all men may vote\n"), TextState("a", "2003", "all may vote\n"),
                   TextState("a", "2004", "people may vote\n")});
  EXPECT_EQ(Reverse("2001", "2010"), "<stands># Law\n<2004>all <2002>free <2003>men <stands>may vote\n");
  EXPECT_EQ(Reverse("2001", "2002"), "<stands># Law\nall <2002>free <stands>men may vote\n");
}

TEST_F(BlameReader, InReverseARemovalTakesAllAndAReturnIsToldAsAGap) {
  archive_.Import({TextState("a", "2001", "all men vote\n"), Removal("a", "2004"),
                   TextState("a", "2007", "all men vote\n"), TextState("a", "2008", "all vote\n")});
  EXPECT_EQ(Reverse("2001", "2005"), "<2004># Law\nall men vote\n");
  EXPECT_EQ(Reverse("2001", "2010"),
            "<stands away 2004-2007># Law\nall <2008 away 2004-2007>men <stands away 2004-2007>vote\n");
}

TEST_F(BlameReader, ATextThatFlipsKeepsItsFirstReform) {
  archive_.Import({TextState("a", "2001", "yes\n"), TextState("a", "2002", "no\n"),
                   TextState("a", "2003", "yes\n"), TextState("a", "2004", "no\n")});
  EXPECT_EQ(AsOf("2004"), "<2001># Law\n<2002 away 2003-2004>no\n");
}

TEST_F(BlameReader, StopsWhereItIsCancelled) {
  struct Stop final : ProgressSink {
    void Report(std::string_view, uint64_t, uint64_t) override {}
    bool Cancelled() const override { return true; }
  } stop;
  archive_.Import({TextState("a", "2001", "yes\n")});
  const auto blame = ReadBlame(archive_.reader(), {1}, {.at = On("2001")}, stop);
  EXPECT_EQ(blame.status().code(), StatusCode::kCancelled);
}

}  // namespace
}  // namespace muragat
