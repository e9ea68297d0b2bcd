#include "tools/log.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Log, IsNewestFirst) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"log", "kz/parliament"}).out,
            "date        commit  words      kind         reform\n"
            "1998-10-07       2     +9  −1  substantive  Amendments of 1998\n"
            "1995-08-30       1    +21  −0  substantive  Constitution of 1995\n");
}

TEST(Log, HasTheDocumentedFields) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"log", "kz/parliament#50", "-n", "1", "--json"}).out,
            "{\"document\":\"kz/parliament\",\"section\":\"s2\",\"valid\":\"1998-10-07\",\"commit\":2,"
            "\"recorded\":\"2024-01-15T10:00:00Z\",\"reform\":\"Amendments of 1998\","
            "\"reform_id\":\"1998-10-07/amendments-of-1998\",\"kind\":\"substantive\",\"words_in\":1,"
            "\"words_out\":1,\"author\":null,\"removed\":false,\"corrected\":false}\n");
}

TEST(Log, WithStatNamesTheSections) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"log", "kz/parliament", "--stat", "-n", "1"}).out,
            "date        commit  words      kind         reform\n"
            "1998-10-07       2     +9  −1  substantive  Amendments of 1998\n"
            "                                              s4 Article 49. Laws: added, +8 −0 words\n"
            "                                              s2 Article 50. Majilis: changed, +1 −1 words\n");
}

TEST(Log, CutsAtDatesAndReforms) {
  const Workbench bench;
  ImportSample(bench);
  const auto count = [&](const Words& options) {
    Words words = {"log", "kz/parliament", "--json"};
    words.insert(words.end(), options.begin(), options.end());
    return Lines(bench.Run(words).out).size();
  };
  EXPECT_EQ(count({"--since", "1998"}), 1u);
  EXPECT_EQ(count({"--since", "1998-10-08"}), 0u);
  EXPECT_EQ(count({"--until", "1998"}), 2u);
  EXPECT_EQ(count({"--until", "1998-10-06"}), 1u);
  EXPECT_EQ(count({"--reform", "Amendments of 1998"}), 1u);
  EXPECT_EQ(count({"--reform", "1995-08-30/constitution-of-1995"}), 1u);
  EXPECT_EQ(bench.Run({"log", "--reform", "Nobody's"}).code, 3);
  EXPECT_EQ(bench.Run({"log", "--since", "2020"}).code, 1);
}

TEST(Log, OfASectionFollowsItThroughANewTitleAndPlace) {
  const Workbench bench;
  bench.Import("d", "2001", "# Council\n\nIt advises the President.\n\n# Courts\n\nThey judge.\n\n");
  bench.Import("d", "2002", "# Courts\n\nThey judge.\n\n# Kurultai\n\nIt advises the President.\n\n");
  bench.Import("d", "2003", "# Courts\n\nThey judge.\n\n# Kurultai\n\nIt advises the President often.\n\n");
  const auto lines = Lines(bench.Run({"log", "d#Kurultai"}).out);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[1].substr(0, 4), "2003");
  EXPECT_EQ(lines[2].substr(0, 4), "2002");
  EXPECT_EQ(lines[3].substr(0, 4), "2001");
  EXPECT_NE(
      bench.Run({"log", "d", "--stat", "--until", "2002", "-n", "1"}).out.find("s1 Council → Kurultai: "),
      std::string::npos);
}

TEST(Log, SubstantiveLeavesOutTypingErrors) {
  const Workbench bench;
  bench.Import("d", "2001", "# Council\n\nThe Coucil advises.\n");
  bench.Import("d", "2002", "# Council\n\nThe Council advises.\n");
  bench.Import("d", "2003", "# Council\n\nThe Council decides.\n");
  EXPECT_EQ(Lines(bench.Run({"log", "d", "--json"}).out).size(), 3u);
  const auto lines = Lines(bench.Run({"log", "d", "--substantive", "--json"}).out);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_NE(lines[0].find("\"valid\":\"2003\""), std::string::npos);
  EXPECT_NE(lines[1].find("\"valid\":\"2001\""), std::string::npos);
}

TEST(Log, ShowsRemovalsAndCorrections) {
  const Workbench bench;
  bench.Import("d", "2001", "one two", {"--reform", "R"});
  bench.Import("d", "2001", "one two three", {"--reform", "R"});
  ASSERT_EQ(bench.Run({"remove", "d", "--date", "2003", "--reform", "Repeal"}).code, 0);
  EXPECT_EQ(bench.Run({"log", "d"}).out,
            "date  commit  words      kind                          reform\n"
            "2003       3     +0  −3  removed                       Repeal\n"
            "2001       2     +3  −0  substantive                   R\n"
            "2001       1     +2  −0  substantive, corrected since  R\n");
}

TEST(Log, KeepsBothOfTwoReformsOnOneDay) {
  const Workbench bench;
  bench.Import("d", "2001", "one", {"--reform", "A"});
  bench.Import("d", "2001", "one two", {"--reform", "B"});
  EXPECT_EQ(bench.Run({"log", "d"}).out,
            "date  commit  words      kind         reform\n"
            "2001       2     +1  −0  substantive  B\n"
            "2001       1     +1  −0  substantive  A\n");
  EXPECT_EQ(bench.Run({"show", "d", "--raw"}).out, "one two");
}

}  // namespace
}  // namespace muragat::tools
