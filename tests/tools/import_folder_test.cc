// Imports of folders of dated files.
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(ImportFolder, DatedFoldersAndNamesJoinAsOneHistory) {
  const Workbench bench;
  bench.Write("site/2020-01-01/kz/page.md", "# A\n\nnew\n");
  bench.Write("site/2019-07-17/kz/page.md", "# A\n\nold\n");
  bench.Write("site/kz/page.2021-02-03.html", "<!doctype html><title>A</title><h1>A</h1><p>newest</p>");
  bench.Write("site/kz/page@2018-05.md", "# A\n\nfirst\n");
  const Outcome outcome = bench.Run({"import", bench.Path("site")});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "kz/page: +1 added, 3 changed in 4 states\ncommitted 4 states in 1 documents, commit 1\n");
  EXPECT_EQ(bench.Run({"show", "kz/page", "--as-of", "2018-06-01", "--raw"}).out, "# A\n\nfirst\n");
  EXPECT_EQ(bench.Run({"show", "kz/page", "--as-of", "2019-08-01", "--raw"}).out, "# A\n\nold\n");
  EXPECT_EQ(bench.Run({"show", "kz/page", "--as-of", "2020-08-01", "--raw"}).out, "# A\n\nnew\n");
  EXPECT_EQ(bench.Run({"show", "kz/page", "--raw"}).out, "# A\n\nnewest\n");
  EXPECT_NE(bench.Run({"show", "kz/page", "--json"}).out.find("\"basis\":\"seen\""), std::string::npos);
  EXPECT_EQ(bench.Run({"tree", "kz/page", "--json"}).out.find("\"s2\""), std::string::npos);
}

TEST(ImportFolder, TheFolderItselfMayBeADateOrADocument) {
  const Workbench bench;
  bench.Write("2019-07-17/page.md", "# A\n");
  bench.Write("parliament/2021-05-25.md", "# P\n");
  ASSERT_EQ(bench.Run({"import", bench.Path("2019-07-17"), bench.Path("parliament/")}).code, 0);
  EXPECT_EQ(bench.Run({"documents"}).out,
            "document    title  language  editions  first       last\n"
            "page        A      und              1  2019-07-17  2019-07-17\n"
            "parliament  P      und              1  2021-05-25  2021-05-25\n");
}

TEST(ImportFolder, AFileByItselfIsReadByItsNameToo) {
  const Workbench bench;
  const std::string path = bench.Write("parliament/2021-05-25.md", "# P\n");
  ASSERT_EQ(bench.Run({"import", path, bench.Write("page.2019-07-17.md", "# A\n")}).code, 0);
  EXPECT_EQ(bench.Run({"show", "parliament", "--as-of", "2021-05-25", "--raw"}).out, "# P\n");
  EXPECT_EQ(bench.Run({"show", "page", "--as-of", "2019-07-17", "--raw"}).out, "# A\n");
  ASSERT_EQ(bench.Run({"import", path, "--document", "other", "--date", "2000"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "other", "--as-of", "2001", "--raw"}).out, "# P\n");
}

TEST(ImportFolder, TheSameAgainAddsNothing) {
  const Workbench bench;
  bench.Write("site/a.2019-07-17.md", "# A\n");
  bench.Write("site/a.2020-07-17.md", "# A\n\nmore\n");
  ASSERT_EQ(bench.Run({"import", bench.Path("site")}).code, 0);
  EXPECT_EQ(Workbench::WithoutRoot(bench.Run({"import", bench.Path("site")}).out),
            "a: known already\ncommitted 0 states in 0 documents, commit 1\n");
}

TEST(ImportFolder, NamesWhatItPassesOver) {
  const Workbench bench;
  bench.Write("site/good.md", "# A\n");
  bench.Write("site/.hidden/page.md", "# A\n");
  bench.Write("site/.DS_Store", "x");
  bench.Write("site/style.css", "p {}");
  bench.Write("site/logo", std::string_view("\x89PNG\0", 5));
  bench.Write("site/bad.md", "\xff");
  bench.Write("site/2019-07-17/x@2020-01-01.md", "# X\n");
  std::filesystem::create_symlink("good.md", bench.Path("site/link.md"));
  const Outcome outcome = bench.Run({"import", bench.Path("site")});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "good: +1 added\ncommitted 1 states in 1 documents, commit 1\n");
  const std::string site = bench.Path("site");
  const std::string refused = "muragat: refused: " + site + "/";
  EXPECT_EQ(outcome.err,
            refused + "link.md: it is a symbolic link\n" + refused +
                "2019-07-17/x@2020-01-01.md: its path holds two dates, 2019-07-17 and 2020-01-01\n" +
                "muragat: " + site + ": passed over 2 hidden: .DS_Store, .hidden\n" + refused +
                "bad.md: line 1 is not UTF-8\n" + refused +
                "logo: it is no text: there is no reader for what it holds\n" + refused +
                "style.css: there is no reader for .css files\n");
}

TEST(ImportFolder, OfNothingUsableLeavesNothing) {
  const Workbench bench;
  bench.Write("site/style.css", "p {}");
  EXPECT_EQ(bench.Run({"import", bench.Path("site")}).code, 2);
  std::filesystem::create_directory(bench.Path("empty"));
  EXPECT_EQ(bench.Run({"import", bench.Path("empty")}).code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

TEST(ImportFolder, TwoFilesOfOneDocumentAndDateAreNoHistory) {
  const Workbench bench;
  bench.Write("site/a.2019-07-17.md", "# A\n");
  bench.Write("site/2019-07-17/a.txt", "B\n");
  const Outcome outcome = bench.Run({"import", bench.Path("site")});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_NE(outcome.err.find("it is of the same document and date as " + bench.Path("site/2019-07-17/a.txt")),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(bench.Run({"show", "a", "--raw"}).out, "B\n");
}

TEST(ImportFolder, TakesWhatTheFilesLeaveOpenFromTheCommandLine) {
  const Workbench bench;
  bench.Write("site/2019-07-17.md", "# A\n");
  bench.Write("site/page.md", "# B\n");
  const std::string site = bench.Path("site");
  ASSERT_EQ(bench.Run({"import", site, "--date", "2001", "--reform", "R", "--language", "kk"}).code, 0);
  EXPECT_EQ(
      bench.Run({"export", "--to", "jsonl"}).out,
      "{\"document\":\"page\",\"date\":\"2001\",\"reform\":\"R\",\"type\":\"text/markdown\",\"language\":"
      "\"kk\",\"body\":\"# B\\n\"}\n"
      "{\"document\":\"site\",\"date\":\"2019-07-17\",\"reform\":\"R\",\"type\":\"text/markdown\",\"basis\":"
      "\"seen\",\"language\":\"kk\",\"body\":\"# A\\n\"}\n");
}

TEST(ImportFolder, OneDocumentMayBeNamedWhereThereIsOne) {
  const Workbench bench;
  bench.Write("p/2019-07-17.md", "# A\n");
  bench.Write("p/2020-07-17.md", "# A\n\nmore\n");
  ASSERT_EQ(bench.Run({"import", bench.Path("p"), "--document", "kz/parliament"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "kz/parliament", "--raw"}).out, "# A\n\nmore\n");
  bench.Write("p/page.md", "# Other\n");
  const Outcome outcome = bench.Run({"import", bench.Path("p"), "--document", "kz/parliament"});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_NE(outcome.err.find("page.md: it is of another document"), std::string::npos) << outcome.err;
}

TEST(ImportFolder, ReadsStreamsAndPackedFilesInIt) {
  const Workbench bench;
  bench.Write("site/states.jsonl", "{\"document\":\"j\",\"date\":\"2001\",\"body\":\"x\"}\n");
  bench.Write("site/a.md", "# A\n");
  ASSERT_EQ(bench.Run({"import", bench.Path("site")}).code, 0);
  EXPECT_EQ(bench.Run({"show", "j", "--raw"}).out, "x");
  EXPECT_EQ(bench.Run({"show", "a", "--raw"}).out, "# A\n");
}

TEST(ImportFolder, DoesNotReadAnArchiveOfThisProgram) {
  const Workbench bench;
  bench.Write("site/a.md", "# A\n");
  bench.Write("site/archive/MURAGAT", "muragat archive\nformat 1\n");
  bench.Write("site/archive/db/000004.log", "x");
  const Outcome outcome = bench.Run({"import", bench.Path("site")});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "a: +1 added\ncommitted 1 states in 1 documents, commit 1\n");
}

}  // namespace
}  // namespace muragat::tools
