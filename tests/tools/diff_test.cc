#include "tools/diff.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Diff, MarksTheWordsThatCameAndWent) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"diff", "kz/parliament", "1997", "1999"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out,
            "s4 Article 49. Laws: added, +8 −0 words\n"
            "{+## Article 49. Laws+}\n"
            "\n"
            "{+The Parliament makes the laws.+}\n"
            "\n"
            "s2 Article 50. Majilis: changed, +1 −1 words\n"
            "## Article 50. Majilis\n"
            "\n"
            "The Majilis has [-67-]{+77+} deputies.\n");
}

TEST(Diff, IsColouredOnlyWhereItIsAskedFor) {
  const Workbench bench;
  bench.Import("d", "2001", "a b c\n");
  bench.Import("d", "2002", "a B c\n");
  EXPECT_EQ(bench.Run({"diff", "d", "2001", "2002", "--color", "always"}).out,
            "\x1b[1ms1 (no heading): changed, +1 −1 words\x1b[0m\n"
            "a \x1b[31;9mb\x1b[0m\x1b[32;4mB\x1b[0m c\n");
  EXPECT_EQ(bench.Run({"diff", "d", "2001", "2002", "--color", "never"}).out,
            "s1 (no heading): changed, +1 −1 words\na [-b-]{+B+} c\n");
  EXPECT_EQ(bench.Run({"diff", "d", "2001", "2002"}).out.find('\x1b'), std::string::npos);
}

TEST(Diff, StatCounts) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1997", "1999", "--stat"}).out,
            "section  words                what     title\n"
            "s4          +8  −0  ++++++++  added    Article 49. Laws\n"
            "s2          +1  −1  +−        changed  Article 50. Majilis\n"
            "2 sections, +9 −1 words\n");
}

TEST(Diff, AsJsonHasOneObjectASection) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1997", "1999", "--json"}).out,
            "{\"document\":\"kz/parliament\",\"section\":\"s4\",\"events\":[\"added\"],"
            "\"title\":\"Article 49. Laws\",\"kind\":\"substantive\",\"words_in\":8,\"words_out\":0,"
            "\"old\":null,\"new\":\"## Article 49. Laws\\n\\nThe Parliament makes the laws.\\n\\n\","
            "\"old_at\":null,\"new_at\":48,\"moved\":[],\"coarse\":false,\"from\":[],\"to\":[],"
            "\"ops\":[[\"insert\",\"## Article 49. Laws\\n\\nThe Parliament makes the laws.\\n\\n\"]]}\n"
            "{\"document\":\"kz/parliament\",\"section\":\"s2\",\"events\":[\"changed\"],"
            "\"title\":\"Article 50. Majilis\",\"kind\":\"substantive\",\"words_in\":1,\"words_out\":1,"
            "\"old\":\"## Article 50. Majilis\\n\\nThe Majilis has 67 deputies.\\n\\n\","
            "\"new\":\"## Article 50. Majilis\\n\\nThe Majilis has 77 deputies.\\n\\n\","
            "\"old_at\":48,\"new_at\":101,\"moved\":[],\"coarse\":false,\"from\":[],\"to\":[],"
            "\"ops\":[[\"keep\",40],[\"delete\",\"67\"],[\"insert\",\"77\"],[\"keep\",12]]}\n");
}

TEST(Diff, AsInstructionsReadsAsADrafterWritesAnAmendment) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1997", "1999", "--instructions"}).out,
            "Instructions for amending kz/parliament: from its text of 1997 to that of 1999\n"
            "Old text: 151 bytes, SHA-256 2033bdbecdfa60a7cfcdcdd2c557fc16dcc84284de2104a76533eea59ec64c05\n"
            "New text: 204 bytes, SHA-256 27d6c238d40aec0ff4fa48edbbeb3d3a3971294da1c5f3c7ea60f18de172b9ba\n"
            "Sections, paragraphs and whole words are named and counted as in the old text.\n"
            "A space between words comes and goes with them, unless it says \"exactly\".\n"
            "\n"
            "1. After Section “Parliament” insert:\n"
            "    | ## Article 49. Laws\n"
            "    |\n"
            "    | The Parliament makes the laws.\n"
            "    |\n"
            "2. In Article 50, for “67” substitute “77”.\n"
            "\n"
            "Places in the old text, in bytes: where each section begins and its text begins, and the end\n"
            "Section “Parliament”: 0 13, 48\n"
            "Article 50: 48 71, 102\n");
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1996", "1997", "--instructions"}).out, "");
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1997", "1999", "--instructions", "--exit-code"}).code, 1);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1997", "1999", "--instructions", "--ignore", "case"}).code,
            2);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1997", "1999", "--instructions", "--unit", "line"}).code, 2);
}

TEST(Diff, OfASectionIsOfItAlone) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament#50", "1997", "1999", "--stat"}).out,
            "section  words          what     title\n"
            "s2          +1  −1  +−  changed  Article 50. Majilis\n");
  const Outcome same = bench.Run({"diff", "kz/parliament#51", "1997", "1999", "--exit-code"});
  EXPECT_EQ(same.code, 0);
  EXPECT_EQ(same.out, "");
}

TEST(Diff, ExitCodeSaysWhetherThereAreDifferences) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1997", "1999", "--exit-code"}).code, 1);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1996", "1997", "--exit-code"}).code, 0);
  EXPECT_EQ(bench.Run({"diff", "kz/parliament", "1997", "1999"}).code, 0);
}

TEST(Diff, ComparesByCharacterAndByLineToo) {
  const Workbench bench;
  bench.Import("d", "2001", "one 67\ntwo\n");
  bench.Import("d", "2002", "one 77\ntwo\n");
  const auto lines = [&](const std::string& unit) {
    return Lines(bench.Run({"diff", "d", "2001", "2002", "--unit", unit}).out)[1];
  };
  EXPECT_EQ(lines("word"), "one [-67-]{+77+}");
  EXPECT_EQ(lines("char"), "one [-6-]{+7+}7");
  EXPECT_EQ(lines("line"), "[-one 67-]");
  EXPECT_EQ(bench.Run({"diff", "d", "2001", "2002", "--unit", "page"}).code, 2);
}

TEST(Diff, ADayWithoutTextIsAnEmptyText) {
  const Workbench bench;
  bench.Import("d", "2001", "# A\n");
  ASSERT_EQ(bench.Run({"remove", "d", "--date", "2003", "--reform", "R"}).code, 0);
  Outcome outcome = bench.Run({"diff", "d", "2000", "2001", "--stat"});
  EXPECT_EQ(outcome.out,
            "section  words         what   title\n"
            "s1          +1  −0  +  added  A\n"
            "1 sections, +1 −0 words\n");
  EXPECT_NE(outcome.err.find("note: \"d\" has no text on 2000-12-31"), std::string::npos);
  outcome = bench.Run({"diff", "d", "2001", "2003", "--stat"});
  EXPECT_EQ(Lines(outcome.out)[1], "s1          +0  −1  −  removed  A");
  EXPECT_EQ(bench.Run({"diff", "d", "1998", "2000"}).code, 3);
  EXPECT_EQ(bench.Run({"diff", "d#Nothing", "2001", "2002"}).code, 3);
}

TEST(Diff, ASectionThatComesBackIsReturned) {
  const Workbench bench;
  bench.Import("d", "2001", "# A\n\nalpha\n\n# B\n\nbeta\n\n");
  bench.Import("d", "2002", "# A\n\nalpha\n\n");
  bench.Import("d", "2003", "# A\n\nalpha\n\n# B\n\nbeta\n\n");
  EXPECT_NE(bench.Run({"diff", "d", "2002", "2003", "--json"})
                .out.find("\"section\":\"s2\",\"events\":[\"returned\"]"),
            std::string::npos);
}

TEST(Diff, ACutTextThatBecomesWholeIsCompleted) {
  const Workbench bench;
  const std::string head = "Policy\n\nThe Council is an advisory body ";
  const std::string path = bench.Write("p.txt", head + "... Read more\n");
  ASSERT_EQ(bench.Run({"import", path, "--date", "2020"}).code, 0);
  bench.Write("p.txt", head + "of the President.\n");
  ASSERT_EQ(bench.Run({"import", path, "--date", "2021"}).code, 0);
  EXPECT_NE(bench.Run({"diff", "p", "2020", "2021", "--json"}).out.find("\"completed\""), std::string::npos);
}

}  // namespace
}  // namespace muragat::tools
