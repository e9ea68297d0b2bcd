// Imports of wikis' dumps.
#include <gtest/gtest.h>

#include "tests/support/corpus.h"
#include "tests/tools/workbench.h"

namespace muragat::tools {
namespace {

constexpr std::string_view kDump =
    "<mediawiki><page><title>Pear</title>"
    "<revision><id>1</id><timestamp>2004-01-01T00:00:00Z</timestamp><comment>Made</comment><text>Lead\n== A "
    "==\na\n"
    "</text></revision>"
    "<revision><id>2</id><timestamp>2005-01-01T00:00:00Z</timestamp><comment>More</comment><text>Lead\n== A "
    "==\nb\n"
    "</text></revision>"
    "<revision><id>3</id><timestamp>2006-01-01T00:00:00Z</timestamp><text deleted='deleted'/></revision>"
    "</page></mediawiki>";

TEST(ImportMediaWiki, IsAHistoryAPage) {
  const Workbench bench;
  const std::string path = bench.Write("dump.xml", kDump);
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "Pear: +2 added, 1 changed in 2 states\ncommitted 2 states in 1 documents, commit 1\n");
  EXPECT_EQ(outcome.err,
            "muragat: refused: " + path + " page \"Pear\", revision 3: its text is not in the file\n");
  EXPECT_EQ(bench.Run({"show", "Pear#A", "--as-of", "2004-06", "--raw"}).out, "== A ==\na\n");
  EXPECT_EQ(bench.Run({"show", "Pear#A", "--raw"}).out, "== A ==\nb\n");
  EXPECT_EQ(Workbench::WithoutRoot(bench.Run({"import", path, "--format", "mediawiki"}).out),
            "Pear: known already\ncommitted 0 states in 0 documents, commit 1\n");
}

TEST(ImportMediaWiki, HasItsOwnNamesAndDates) {
  const Workbench bench;
  EXPECT_EQ(bench.Run({"import", bench.Write("dump.xml", kDump), "--date", "2001"}).code, 2);
  EXPECT_TRUE(bench.Listing().empty());
}

TEST(ImportMediaWiki, EveryPackingOfADumpIsTheSame) {
  const auto folder = support::FindShared("samples/mediawiki");
  if (!folder) GTEST_SKIP() << "skipped: no corpus";
  const Workbench bench;
  const std::string plain = *folder + "/article-pyrus.xml";
  ASSERT_EQ(Workbench::WithoutRoot(bench.Run({"import", plain}).out),
            "Pyrus: +1 added, 5 changed in 6 states\n"
            "committed 6 states in 1 documents, commit 1\n");
  for (const char* ending : {".gz", ".bz2", ".xz", ".lzma"}) {
    EXPECT_EQ(Workbench::WithoutRoot(bench.Run({"import", plain + ending}).out),
              "Pyrus: known already\ncommitted 0 states in 0 documents, commit 1\n")
        << ending;
  }
  EXPECT_EQ(Workbench::WithoutRoot(bench.Run({"import", *folder + "/article-pyrus-utf16.xml"}).out),
            "Pyrus: known already\ncommitted 0 states in 0 documents, commit 1\n");
}

TEST(ImportMediaWiki, VectorsAreRefused) {
  for (const char* name : {"vectors/billion-laughs.xml", "vectors/xxe.xml"}) {
    const auto path = support::FindShared(name);
    if (!path) GTEST_SKIP() << "skipped: no corpus";
    const Workbench bench;
    const Outcome outcome = bench.Run({"import", *path, "--format", "mediawiki"});
    EXPECT_EQ(outcome.code, 2) << outcome.out;
    EXPECT_EQ(outcome.out.find("root:"), std::string::npos);
    EXPECT_TRUE(bench.Listing().empty());
  }
}

}  // namespace
}  // namespace muragat::tools
