#include "tools/show.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Show, GivesTheTextOfADocumentOnADay) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"show", "kz/parliament", "--as-of", "1998-10-06"}).out, kEnglish1995);
  EXPECT_EQ(bench.Run({"show", "kz/parliament", "--as-of", "1998-10-07"}).out, kEnglish1998);
  EXPECT_EQ(bench.Run({"show", "kz/parliament"}).out, kEnglish1998);
  EXPECT_EQ(bench.Run({"show", "kz/parliament-ru"}).out, kRussian);
  EXPECT_EQ(bench.Run({"show", "kz/parliament-kk"}).out, kKazakh);
  EXPECT_EQ(bench.Run({"show", "kz/parliament-zh"}).out, kChinese);
}

TEST(Show, GivesASection) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"show", "kz/parliament#50", "--as-of", "1996"}).out,
            "## Article 50. Majilis\n\nThe Majilis has 67 deputies.\n\n");
}

TEST(Show, AsJsonSaysWhichTextItIs) {
  const Workbench bench;
  bench.Import("kz/senate", "1995-08", "# Senate\n", {"--language", "en"});
  EXPECT_EQ(bench.Run({"show", "kz/senate", "--json"}).out,
            "{\"document\":\"kz/senate\",\"section\":null,\"title\":\"Senate\",\"language\":\"en\","
            "\"valid\":\"1995-08\",\"commit\":1,\"basis\":\"in-force\",\"text\":\"# Senate\\n\"}\n");
}

TEST(Show, NeverSendsAControlCharacterToATerminalButRawDoes) {
  const Workbench bench;
  bench.Import("note", "2020", "red \x1b[31m, turned \u202e, bell \x07\n");
  EXPECT_EQ(bench.Run({"show", "note"}).out, "red ␛[31m, turned <U+202E>, bell ␇\n");
  EXPECT_EQ(bench.Run({"show", "note", "--raw"}).out, "red \x1b[31m, turned \u202e, bell \x07\n");
}

TEST(Show, RawAddsNothing) {
  const Workbench bench;
  bench.Import("note", "2020", "no end");
  EXPECT_EQ(bench.Run({"show", "note"}).out, "no end\n");
  EXPECT_EQ(bench.Run({"show", "note", "--raw"}).out, "no end");
}

TEST(Show, TheCaptureIsWhatWasReceived) {
  const Workbench bench;
  bench.Import("note", "2020", "\xef\xbb\xbf# Note\r\n\r\ntext  ");
  EXPECT_EQ(bench.Run({"show", "note", "--capture"}).out, "\xef\xbb\xbf# Note\r\n\r\ntext  ");
  EXPECT_EQ(bench.Run({"show", "note#s1", "--capture"}).code, 2);
  EXPECT_EQ(bench.Run({"show", "note", "--capture", "--raw"}).code, 2);
}

TEST(Show, AfterARemovalThereIsNoTextAndBeforeThereIs) {
  const Workbench bench;
  bench.Import("law", "2001", "# Law\n");
  ASSERT_EQ(bench.Run({"remove", "law", "--date", "2003-04-05", "--reform", "Repeal"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "law", "--as-of", "2003-04-04"}).out, "# Law\n");
  const Outcome outcome = bench.Run({"show", "law", "--as-of", "2003-04-05"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(
      outcome.err,
      "muragat: \"law\" has no text on 2003-04-05T23:59:59Z: it was removed from 2003-04-05 on: ask for a "
      "day before with --as-of\n");
}

TEST(Show, SuggestsADocumentOfASimilarName) {
  const Workbench bench;
  bench.Import("kz/Parliament", "2001", "# P\n");
  const Outcome outcome = bench.Run({"show", "parliament"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.err, "muragat: there is no document \"parliament\": did you mean \"kz/Parliament\"?\n");
}

TEST(Show, LeavesOneReformOut) {
  const Workbench bench;
  bench.Import("law", "2001", "It has one hundred deputies.\n", {"--reform", "Founding"});
  bench.Import("law", "2002", "It has ninety deputies.\n", {"--reform", "Referendum"});
  bench.Import("law", "2003", "It has ninety free deputies.\n", {"--reform", "Freedom"});
  const Outcome without = bench.Run({"show", "law", "--without", "2002/referendum"});
  EXPECT_EQ(without.code, 0);
  EXPECT_EQ(without.out, "It has one hundred free deputies.\n");
}

TEST(Show, NamesTheWordsOnWhichALaterReformStands) {
  const Workbench bench;
  bench.Import("law", "2001", "It has one deputy.\n", {"--reform", "Founding"});
  bench.Import("law", "2002", "It has nine deputies.\n", {"--reform", "Referendum"});
  bench.Import("law", "2003", "It has ten deputies.\n", {"--reform", "Freedom"});
  const Outcome without = bench.Run({"show", "law", "--without", "Referendum"});
  EXPECT_EQ(without.code, 1);
  EXPECT_EQ(without.out, "");
  EXPECT_NE(without.err.find("“nine” became “ten” by 2003 Freedom"), std::string::npos) << without.err;
  EXPECT_EQ(bench.Run({"show", "law", "--without", "No such"}).code, 3);
}

TEST(Show, AWordForAnotherLevelFitsNoSection) {
  const Workbench bench;
  bench.Import("law", "2001", "# Act\n\n## Chapter 2\n\na\n\n## Article 2\n\nb\n\n## Article 3\n\nc\n");
  EXPECT_EQ(bench.Run({"show", "law#2-бап"}).out, "## Article 2\n\nb\n\n");
  EXPECT_EQ(bench.Run({"show", "law#Глава 2"}).out, "## Chapter 2\n\na\n\n");
  for (const std::string address : {"law#Chapter 3", "law#Annex 3", "law#3-тарау"})
    EXPECT_EQ(bench.Run({"show", address}).code, 3) << address;
  EXPECT_EQ(bench.Run({"cat", "--batch"}, "law#Chapter 3\t2001\n").out, "missing\n");
}

TEST(Show, AChineseNumberIsFoundByItsFigures) {
  const Workbench bench;
  bench.Import("fa", "2001", "# 法\n\n## 第六章\n\na\n\n## 第六十八条\n\nb\n\n## 第69条\n\nc\n");
  for (const std::string address : {"fa#68", "fa#第68条", "fa#第六十八条", "fa#六十八"})
    EXPECT_EQ(bench.Run({"show", address}).out, "## 第六十八条\n\nb\n\n") << address;
  EXPECT_EQ(bench.Run({"show", "fa#第六十九条"}).out, "## 第69条\n\nc\n");
  EXPECT_EQ(bench.Run({"show", "fa#第68章"}).code, 3);
}

TEST(Show, WithoutARepealIsWhatWasRepealed) {
  const Workbench bench;
  bench.Import("law", "2001", "# Act\n\nWords.\n", {"--reform", "Enactment"});
  ASSERT_EQ(bench.Run({"remove", "law", "--date", "2005", "--reform", "Repeal"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "law"}).code, 3);
  const Outcome without = bench.Run({"show", "law", "--without", "Repeal"});
  EXPECT_EQ(without.code, 0) << without.err;
  EXPECT_EQ(without.out, "# Act\n\nWords.\n");
  EXPECT_EQ(bench.Run({"show", "law", "--as-of", "1999", "--without", "Repeal"}).code, 3);
  EXPECT_EQ(bench.Run({"show", "law", "--without", "Enactment"}).code, 3);  // it is repealed still
}

}  // namespace
}  // namespace muragat::tools
