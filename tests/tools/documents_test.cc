#include "tools/documents.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Documents, AreListedByIdInColumnsAsWideAsTheirText) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"documents"}).out,
            "document          title       language  editions  first       last\n"
            "kz/parliament     Parliament  en               2  1995-08-30  1998-10-07\n"
            "kz/parliament-kk  Парламент   kk               1  1995-08-30  1995-08-30\n"
            "kz/parliament-ru  Парламент   ru               1  1995-08-30  1995-08-30\n"
            "kz/parliament-zh  议会        zh               1  1995-08-30  1995-08-30\n");
}

TEST(Documents, HaveTheDocumentedFields) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"documents", "*-zh", "--json"}).out,
            "{\"document\":\"kz/parliament-zh\",\"title\":\"议会\",\"language\":\"zh\",\"editions\":1,"
            "\"first\":\"1995-08-30\",\"last\":\"1995-08-30\",\"removed\":false}\n");
}

TEST(Documents, OfADayAreThoseThatHaveATextThen) {
  const Workbench bench;
  bench.Import("early", "1995", "# E\n");
  bench.Import("late", "2001", "# L\n");
  ASSERT_EQ(bench.Run({"remove", "early", "--date", "2003", "--reform", "Repeal"}).code, 0);
  const auto names = [&](const std::string& day) {
    std::string listed;
    for (const std::string& line : Lines(bench.Run({"documents", "--as-of", day, "--json"}).out)) {
      listed += line.substr(13, line.find('"', 13) - 13) + " ";
    }
    return listed;
  };
  EXPECT_EQ(names("1994"), "");
  EXPECT_EQ(names("1995"), "early ");
  EXPECT_EQ(names("2002"), "early late ");
  EXPECT_EQ(names("2003"), "late ");
}

TEST(Documents, ThatWereRemovedAreMarked) {
  const Workbench bench;
  bench.Import("law", "1995", "# Law\n");
  ASSERT_EQ(bench.Run({"remove", "law", "--date", "2003", "--reform", "Repeal"}).code, 0);
  EXPECT_EQ(bench.Run({"documents"}).out,
            "document  title  language  editions  first  last\n"
            "law       Law    und              2  1995   2003  removed\n");
}

TEST(Documents, AGlobThatFitsNothingIsANo) {
  const Workbench bench;
  bench.Import("law", "1995", "# Law\n");
  EXPECT_EQ(bench.Run({"documents", "l?w"}).code, 0);
  EXPECT_EQ(bench.Run({"documents", "kz/*"}).code, 1);
}

TEST(Documents, KnownAtACommitAreThoseThatItKnew) {
  const Workbench bench;
  bench.Import("first", "1995", "# F\n");
  bench.Import("second", "1995", "# S\n");
  EXPECT_EQ(Lines(bench.Run({"documents", "--known-at", "1", "--json"}).out).size(), 1u);
  EXPECT_EQ(Lines(bench.Run({"documents", "--known-at", "2", "--json"}).out).size(), 2u);
}

}  // namespace
}  // namespace muragat::tools
