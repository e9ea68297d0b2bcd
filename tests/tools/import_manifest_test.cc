// Imports of files that a table names.
#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(ImportManifest, SaysWhatEachFileIs) {
  const Workbench bench;
  bench.Write("in/pages/new.html", "<!doctype html><h1>A</h1><p>new</p>");
  bench.Write("in/pages/old.md", "# A\n\nold\n");
  const std::string path =
      bench.Write("in/manifest.csv",
                  "file,document,date,source,reform,title,language,author,note\n"
                  "pages/new.html,kz/a,2020-01-01,https://a.kz/,\"Reform, second\",T,kk,me,x\n"
                  "./pages/old.md,kz/a,2019,,\"The \"\"first\"\"\",,,,\n");
  const Outcome outcome = bench.Run({"import", "--manifest", path, "--language", "ru"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "kz/a: +1 added, 1 changed in 2 states\ncommitted 2 states in 1 documents, commit 1\n");
  EXPECT_EQ(outcome.err, "muragat: " + path + ": passed over unknown columns: \"note\"\n");
  EXPECT_NE(bench.Run({"log", "kz/a", "--json"}).out.find("\"reform\":\"Reform, second\""),
            std::string::npos);
  const std::string states = bench.Run({"export", "--to", "jsonl"}).out;
  EXPECT_NE(states.find("\"date\":\"2019\",\"reform\":\"The "
                        "\\\"first\\\"\",\"type\":\"text/markdown\",\"language\":\"ru\""),
            std::string::npos)
      << states;
  EXPECT_NE(states.find("\"author\":\"me\""), std::string::npos) << states;
  EXPECT_NE(states.find("\"source\":\"https://a.kz/\""), std::string::npos) << states;
  EXPECT_NE(states.find("\"title\":\"T\""), std::string::npos) << states;
  EXPECT_NE(bench.Run({"show", "kz/a", "--json"}).out.find("\"basis\":\"in-force\""), std::string::npos);
}

TEST(ImportManifest, OfJsonSaysTheSame) {
  const Workbench bench;
  bench.Write("in/a.md", "# A\n");
  const std::string path =
      bench.Write("in/m.json", R"([{"file": "a.md", "document": "kz/a", "date": "2019", "reform": "R"}])");
  ASSERT_EQ(bench.Run({"import", "--manifest", path}).code, 0);
  EXPECT_EQ(bench.Run({"reform", "list", "--json"}).out,
            "{\"reform\":\"R\",\"id\":\"2019/r\",\"date\":\"2019\",\"documents\":1}\n");
}

TEST(ImportManifest, NamesRowsThatAreNoGoodAndTakesTheOthers) {
  const Workbench bench;
  bench.Write("in/good.2019-07-17.md", "# A\n");
  bench.Write("outside.md", "# A\n");
  const std::string path = bench.Write("in/manifest.csv",
                                       "file,date\nmissing.md,2019\n../outside.md,2019\n"
                                       "good.2019-07-17.md,\n,2020\ngood.2019-07-17.md,soon\n");
  const Outcome outcome = bench.Run({"import", "--manifest", path});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "good: +1 added\ncommitted 1 states in 1 documents, commit 1\n");
  const std::string refused = "muragat: refused: " + path + " line ";
  const auto lines = Lines(outcome.err);
  ASSERT_EQ(lines.size(), 4u) << outcome.err;
  EXPECT_EQ(lines[0],
            refused + "2: it names a file that is not there: \"" + bench.Path("in/missing.md") + "\"");
  EXPECT_EQ(lines[1], refused + "3: it names what is not below its folder: \"../outside.md\"");
  EXPECT_EQ(lines[2], refused + "5: it names no file");
  EXPECT_EQ(lines[3].substr(0, refused.size() + 8), refused + "6: date:");
}

TEST(ImportManifest, ThatCannotBeReadLeavesNothing) {
  const Workbench bench;
  EXPECT_EQ(bench.Run({"import", "--manifest", bench.Path("none.csv")}).code, 2);
  EXPECT_EQ(bench.Run({"import", "--manifest", bench.Write("m.csv", "date\n2019\n")}).code, 2);
  EXPECT_EQ(bench.Run({"import", "--manifest", bench.Write("m.csv", "file\nmissing\n")}).code, 2);
  EXPECT_EQ(bench.Run({"import"}).code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

}  // namespace
}  // namespace muragat::tools
