#include "muragat/store/without_reform.h"

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::MakeSection;
using support::MakeState;
using support::TextState;

class Without : public testing::Test {
 protected:
  WithoutReform Read(const std::string& title, const std::string& date) const {
    const auto reforms = archive_.reader().FindReformsByTitle(title);
    auto read = ReadWithout(archive_.reader(), archive_.NumberOf("a"), reforms->at(0),
                            ParseDate(date)->Last(), kLatestCommit);
    EXPECT_TRUE(read.ok()) << read.status().message();
    return *std::move(read);
  }
  std::string Text(const std::string& title, const std::string& date = "2030") const {
    const WithoutReform without = Read(title, date);
    EXPECT_TRUE(without.standing_on.empty());
    std::string text;
    for (const LineageSection& section : without.sections) text += section.section.Text();
    return text;
  }
  static Section Chamber(const std::string& count) {
    return MakeSection("Chamber", "It has " + count + " deputies.\n");
  }
  static Section Senate(const std::string& verb = "sits") {
    return MakeSection("Senate", "It " + verb + " twice a year.\n");
  }
  static Section Court() { return MakeSection("Court", "Judges are independent of all others.\n"); }

  MemoryArchive archive_;
};

TEST_F(Without, TheWordsOfTheReformAreTakenBackAndLaterOnesStay) {
  archive_.Import({MakeState("a", "2001", {Chamber("67"), Senate()}, "First"),
                   MakeState("a", "2002", {Chamber("107"), Senate()}, "Second"),
                   MakeState("a", "2003", {Chamber("107"), Senate("meets")}, "Third")});
  EXPECT_EQ(Text("Second"), "# Chamber\nIt has 67 deputies.\n# Senate\nIt meets twice a year.\n");
  EXPECT_EQ(Text("Third"), "# Chamber\nIt has 107 deputies.\n# Senate\nIt sits twice a year.\n");
}

TEST_F(Without, ASectionThatItBroughtIsNotThere) {
  archive_.Import({MakeState("a", "2001", {Chamber("67"), Court()}, "First"),
                   MakeState("a", "2002", {Chamber("67"), Senate(), Court()}, "Second"),
                   MakeState("a", "2003", {Chamber("98"), Senate(), Court()}, "Third")});
  EXPECT_EQ(Text("Second"),
            "# Chamber\nIt has 98 deputies.\n# Court\nJudges are independent of all others.\n");
}

TEST_F(Without, ASectionThatItRepealedIsThereInItsPlace) {
  archive_.Import({MakeState("a", "2001", {Chamber("67"), Senate(), Court()}, "First"),
                   MakeState("a", "2002", {Chamber("67"), Court()}, "Second"),
                   MakeState("a", "2003", {Chamber("98"), Court()}, "Third")});
  EXPECT_EQ(
      Text("Second"),
      "# Chamber\nIt has 98 deputies.\n# Senate\nIt sits twice a year.\n# Court\nJudges are independent of "
      "all others.\n");
}

TEST_F(Without, ALaterReformOfTheSameWordsIsNamedWithThem) {
  archive_.Import({MakeState("a", "2001", {Chamber("67")}, "First"),
                   MakeState("a", "2002", {Chamber("107")}, "Second"),
                   MakeState("a", "2003", {Chamber("98")}, "Third")});
  const WithoutReform without = Read("Second", "2030");
  ASSERT_EQ(without.standing_on.size(), 1u);
  EXPECT_EQ(FormatDate(without.standing_on[0].valid), "2003");
  EXPECT_EQ(without.standing_on[0].words.base, "107");
  EXPECT_EQ(without.standing_on[0].words.ours, "67");
  EXPECT_EQ(without.standing_on[0].words.theirs, "98");
}

TEST_F(Without, ALaterChangeOfASectionThatItBroughtStandsOnIt) {
  archive_.Import({MakeState("a", "2001", {Chamber("67")}, "First"),
                   MakeState("a", "2002", {Chamber("67"), Senate()}, "Second"),
                   MakeState("a", "2003", {Chamber("67"), Senate("meets")}, "Third")});
  EXPECT_EQ(Read("Second", "2030").standing_on.size(), 1u);
  EXPECT_TRUE(Read("Second", "2002").standing_on.empty());
}

TEST_F(Without, WhatItNeverTouchedIsAsItStands) {
  archive_.Import({MakeState("a", "2001", {Chamber("67")}, "First"),
                   MakeState("a", "2005", {Chamber("98")}, "Second"),
                   TextState("b", "2003", "else\n", "Other")});
  EXPECT_FALSE(Read("Other", "2030").touched);
  EXPECT_EQ(Text("Other"), "# Chamber\nIt has 98 deputies.\n");
  EXPECT_EQ(Text("Second", "2004"), "# Chamber\nIt has 67 deputies.\n");
}

TEST_F(Without, TheReformThatBroughtTheDocumentLeavesNothing) {
  archive_.Import({MakeState("a", "2001", {Chamber("67")}, "First")});
  EXPECT_TRUE(Read("First", "2030").touched);
  EXPECT_EQ(Text("First"), "");
}

}  // namespace
}  // namespace muragat
