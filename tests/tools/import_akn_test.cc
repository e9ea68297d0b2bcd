// Imports of acts in Akoma Ntoso.
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/corpus.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(ImportAkn, WhatIsExportedComesBackAsTheSameTexts) {
  const Workbench bench;
  bench.Import("kz/parliament", "2001-01-01",
               "Before.\n\n# Parliament\n\nOne\nline.\n\nTwo.\n\n## Article 50. Senate\n\nText *here*.\n\n## "
               "Majilis\n\nEnd.\n",
               {"--reform", "Law", "--language", "kk", "--author", "A", "--source", "https://x.example/p"});
  bench.Import("kz/parliament", "2005", "# Parliament\n\nOther.\n",
               {"--reform", "Second", "--language", "kk"});
  for (const char* day : {"2001-06-01", "2006-01-01"}) {
    const std::string folder = bench.Path(std::string("akn-") + day);
    ASSERT_EQ(bench.Run({"export", "--to", "akn", "-o", folder, "--as-of", day}).code, 0);
    const Workbench other;
    const Outcome outcome = other.Run({"import", folder + "/kz/parliament.xml"});
    ASSERT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_EQ(other.Run({"show", "kz/parliament", "--raw"}).out,
              bench.Run({"show", "kz/parliament", "--raw", "--as-of", day}).out);
    EXPECT_EQ(other.Run({"tree", "kz/parliament"}).out.substr(0, 20),
              bench.Run({"tree", "kz/parliament", "--as-of", day}).out.substr(0, 20));
  }
}

TEST(ImportAkn, FilesOfOneActAreItsHistory) {
  const auto folder = support::FindShared("samples/akn/za/za-wc033");
  if (!folder) GTEST_SKIP() << "skipped: no corpus";
  const Workbench bench;
  Words words = {"import"};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
    if (entry.path().extension() == ".xml") words.push_back(entry.path().string());
  }
  ASSERT_EQ(words.size(), 5u);
  EXPECT_EQ(bench.Run(words).code, 0);
  const std::string act = "za-wc033/act/by-law/2012/liquor-trading-hours";
  const auto log = Lines(bench.Run({"log", act}).out);
  ASSERT_EQ(log.size(), 5u);
  EXPECT_TRUE(log[1].starts_with("2016-10-28")) << log[1];
  EXPECT_NE(log[3].find("Cape Agulhas Municipality Liquor Trading Hours Amendment By-Law 2015"),
            std::string::npos);
  EXPECT_EQ(bench.Run({"show", act, "--capture", "--as-of", "2013"}).out.substr(0, 11), "<akomaNtoso");
}

TEST(ImportAkn, EverySampleIsRead) {
  const auto folder = support::FindShared("samples/akn/oasis");
  if (!folder) GTEST_SKIP() << "skipped: no corpus";
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    if (entry.path().extension() != ".xml") continue;
    const Workbench bench;
    const Outcome outcome = bench.Run({"import", entry.path().string()});
    EXPECT_EQ(outcome.code, 0) << entry.path() << outcome.err;
  }
}

}  // namespace
}  // namespace muragat::tools
