#include "tools/blame.h"

#include <gtest/gtest.h>

#include "tests/tools/json_line.h"
#include "tests/tools/workbench.h"

namespace muragat::tools {
namespace {

void ImportLaw(const Workbench& bench) {
  bench.Import("law", "2001", "## 1. Chamber\n\nIt has one hundred deputies.\n", {"--reform", "Founding"});
  bench.Import("law", "2002", "## 1. Chamber\n\nIt has ninety-eight deputies.\n", {"--reform", "Referendum"});
  bench.Import("law", "2003", "## 1. Chamber\n\nIt has ninety-eight free deputies.\n");
}

TEST(BlameVerb, WritesTheTextWithAMarginAndCounts) {
  const Workbench bench;
  ImportLaw(bench);
  const Outcome outcome = bench.Run({"blame", "law#Chamber"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out,
            "s1 1. Chamber\n"
            "2001 Founding    │ ## 1. Chamber\n"
            "                 │\n"
            "                 │ It has\n"
            "2002 Referendum  │ ninety-eight\n"
            "2003 (no reform) │ free\n"
            "2001 Founding    │ deputies.\n"
            "\n"
            "words  share  date  brought by\n"
            "    5    63%  2001  Founding\n"
            "    2    25%  2002  Referendum\n"
            "    1    13%  2003  (no reform)\n");
}

TEST(BlameVerb, AsJsonGivesSpansThatAreTheText) {
  const Workbench bench;
  ImportLaw(bench);
  EXPECT_EQ(
      bench.Run({"blame", "law", "--as-of", "2002", "--json"}).out,
      "{\"document\":\"law\",\"section\":\"s1\",\"start\":0,\"end\":22,\"text\":\"## 1. Chamber\\n\\nIt has "
      "\",\"valid\":\"2001\",\"reform\":\"Founding\",\"reform_id\":\"2001/founding\",\"commit\":1,\"away\":"
      "[]}\n"
      "{\"document\":\"law\",\"section\":\"s1\",\"start\":22,\"end\":35,\"text\":\"ninety-eight \",\"valid\":"
      "\"2002\",\"reform\":\"Referendum\",\"reform_id\":\"2002/referendum\",\"commit\":2,\"away\":[]}\n"
      "{\"document\":\"law\",\"section\":\"s1\",\"start\":35,\"end\":45,\"text\":\"deputies.\\n\",\"valid\":"
      "\"2001\",\"reform\":\"Founding\",\"reform_id\":\"2001/founding\",\"commit\":1,\"away\":[]}\n");
}

TEST(BlameVerb, InReverseNamesTheReformThatTookEachWordAway) {
  const Workbench bench;
  ImportLaw(bench);
  EXPECT_EQ(bench.Run({"blame", "law", "--reverse", "2001", "--counts"}).out,
            "words  share  date  taken away by\n"
            "    5    71%        (still there)\n"
            "    2    29%  2002  Referendum\n");
  const auto lines = Lines(bench.Run({"blame", "law", "--reverse", "2001", "--json"}).out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_NE(lines[0].find("\"valid\":null,\"reform\":null"), std::string::npos);
  EXPECT_NE(lines[1].find("\"text\":\"one hundred \",\"valid\":\"2002\""), std::string::npos);
}

TEST(BlameVerb, SaysWhenATextWasAway) {
  const Workbench bench;
  ImportLaw(bench);
  bench.Run({"remove", "law", "--date", "2005", "--reform", "Repeal"});
  bench.Import("law", "2008", "## 1. Chamber\n\nIt has ninety-eight free deputies.\n");
  const std::string out = bench.Run({"blame", "law"}).out;
  EXPECT_NE(out.find("2002 Referendum, away 2005 to 2008"), std::string::npos) << out;
}

TEST(BlameVerb, RefusesWhatItCannotAnswer) {
  const Workbench bench;
  ImportLaw(bench);
  EXPECT_EQ(bench.Run({"blame", "law", "--by", "word"}).code, 2);
  EXPECT_EQ(bench.Run({"blame", "law", "--as-of", "2001", "--reverse", "2002"}).code, 2);
  EXPECT_EQ(bench.Run({"blame", "law#Senate"}).code, 3);
  EXPECT_EQ(bench.Run({"blame", "law", "--as-of", "1999"}).code, 3);
}

}  // namespace
}  // namespace muragat::tools
