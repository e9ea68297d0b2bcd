#include "tools/remove.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Remove, FromThenOnThereIsNoText) {
  const Workbench bench;
  bench.Import("kz/law", "2001", "# Law\n");
  const Outcome outcome = bench.Run({"remove", "kz/law", "--date", "2003-02-01", "--reform", "Repeal"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "kz/law: no text from 2003-02-01, commit 2\n");
  EXPECT_EQ(bench.Run({"show", "kz/law", "--as-of", "2003-01-31"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "kz/law", "--as-of", "2003-02-01"}).code, 3);
  EXPECT_EQ(bench.Run({"show", "kz/law", "--known-at", "1"}).code, 0);
}

TEST(Remove, AsJsonIsAnObjectToo) {
  const Workbench bench;
  bench.Import("d", "2001", "# Law\n");
  const Words words = {"remove", "d", "--date", "2003-02", "--reform", "Repeal", "--json"};
  EXPECT_EQ(bench.Run(words).out, "{\"document\":\"d\",\"valid\":\"2003-02\",\"commit\":2}\n");
  EXPECT_EQ(bench.Run(words).out, "{\"document\":\"d\",\"valid\":\"2003-02\",\"commit\":null}\n");
  EXPECT_EQ(bench.Run({"withdraw", "d", "2003", "--because", "wrong", "--json"}).out,
            "{\"document\":\"d\",\"valid\":\"2003-02\",\"commit\":3}\n");
}

TEST(Remove, ASecondTimeIsKnown) {
  const Workbench bench;
  bench.Import("d", "2001", "# Law\n");
  const Words words = {"remove", "d", "--date", "2003", "--reform", "Repeal"};
  ASSERT_EQ(bench.Run(words).code, 0);
  const Outcome outcome = bench.Run(words);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "known already: d has no text from 2003\n");
  EXPECT_EQ(Lines(bench.Run({"log", "--json"}).out).size(), 2u);
}

TEST(Remove, ADocumentThatComesBackTakesUpItsSections) {
  const Workbench bench;
  bench.Import("d", "2001", kEnglish1995);
  ASSERT_EQ(bench.Run({"remove", "d", "--date", "2003", "--reform", "Repeal"}).code, 0);
  bench.Import("d", "2005", kEnglish1995);
  EXPECT_EQ(bench.Run({"show", "d#s2", "--as-of", "2005"}).out,
            "## Article 50. Majilis\n\nThe Majilis has 67 deputies.\n\n");
}

TEST(Remove, NeedsADocumentAReformAndADate) {
  const Workbench bench;
  bench.Import("d", "2001", "# Law\n");
  EXPECT_EQ(bench.Run({"remove", "e", "--date", "2003", "--reform", "R"}).code, 3);
  EXPECT_EQ(bench.Run({"remove", "d", "--date", "2003"}).code, 2);
  EXPECT_EQ(bench.Run({"remove", "d", "--reform", "R"}).code, 2);
  EXPECT_EQ(bench.Run({"remove", "d", "--date", "2003-02-29", "--reform", "R"}).code, 2);
  EXPECT_EQ(Lines(bench.Run({"log", "--json"}).out).size(), 1u);
}

TEST(Withdraw, TheEditionNoLongerStandsButDidBefore) {
  const Workbench bench;
  bench.Import("d", "2001", "right");
  bench.Import("d", "2002-03-04", "wrong");
  const Outcome outcome = bench.Run({"withdraw", "d", "2002-03-04", "--because", "it is of another law"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "d: withdrew the edition of 2002-03-04, commit 3\n");
  EXPECT_EQ(bench.Run({"show", "d", "--raw"}).out, "right");
  EXPECT_EQ(bench.Run({"show", "d", "--raw", "--known-at", "2"}).out, "wrong");
  EXPECT_EQ(bench.Run({"withdraw", "d", "2002-03-04", "--because", "again"}).code, 3);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(Withdraw, TheRightDateCanThenBeImported) {
  const Workbench bench;
  bench.Import("d", "2002", "text", {"--reform", "R"});
  ASSERT_EQ(bench.Run({"withdraw", "d", "2002", "--because", "misread"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "d"}).code, 3);
  bench.Import("d", "2020", "text", {"--reform", "R"});
  EXPECT_EQ(bench.Run({"show", "d", "--as-of", "2019"}).code, 3);
  EXPECT_EQ(bench.Run({"show", "d", "--as-of", "2020", "--raw"}).out, "text");
  bench.Import("d", "2002", "text", {"--reform", "R"});
  EXPECT_EQ(bench.Run({"show", "d", "--as-of", "2019", "--raw"}).out, "text");
}

TEST(Withdraw, TakesTheOnlyEditionWithinAYearAndListsSeveral) {
  const Workbench bench;
  bench.Import("d", "2002-03-04", "a");
  bench.Import("d", "2003-03-04", "b");
  bench.Import("d", "2003-05-06", "c");
  const Outcome several = bench.Run({"withdraw", "d", "2003", "--because", "wrong"});
  EXPECT_EQ(several.code, 2);
  EXPECT_NE(several.err.find("name one of 2003-03-04 2003-05-06"), std::string::npos) << several.err;
  EXPECT_EQ(bench.Run({"withdraw", "d", "2002", "--because", "wrong"}).code, 0);
  EXPECT_EQ(bench.Run({"withdraw", "d", "1999", "--because", "wrong"}).code, 3);
  EXPECT_EQ(bench.Run({"withdraw", "e", "2003", "--because", "wrong"}).code, 3);
  EXPECT_EQ(bench.Run({"withdraw", "d", "2003-03-04"}).code, 2);
}

TEST(Withdraw, OfTwoReformsOnADayTakesTheOneThatIsNamed) {
  const Workbench bench;
  bench.Import("d", "2002", "a", {"--reform", "A"});
  bench.Import("d", "2002", "b", {"--reform", "B"});
  EXPECT_EQ(bench.Run({"withdraw", "d", "2002", "--because", "wrong"}).code, 2);
  EXPECT_EQ(bench.Run({"withdraw", "d", "2002", "--because", "wrong", "--reform", "B"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "d", "--raw"}).out, "a");
}

TEST(Withdraw, ARemovalToo) {
  const Workbench bench;
  bench.Import("d", "2001", "text");
  ASSERT_EQ(bench.Run({"remove", "d", "--date", "2003", "--reform", "R"}).code, 0);
  ASSERT_EQ(bench.Run({"withdraw", "d", "2003", "--because", "it still stands"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "d", "--raw"}).out, "text");
}

}  // namespace
}  // namespace muragat::tools
