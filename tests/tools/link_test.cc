#include "tools/link.h"

#include <gtest/gtest.h>

#include "tests/tools/workbench.h"

namespace muragat::tools {
namespace {

// A senate (s1) that gives way to a council (s2), which nothing in their texts links.
void ImportLaw(const Workbench& bench) {
  bench.Import("law", "2001", "## 2. Senate\n\nTwo senators come from each region of the land.\n");
  bench.Import("law", "2002", "## Council\n\nThe wise sit under a tree whenever the moon is full.\n");
}

size_t CountEvents(const Workbench& bench, const std::string& address) {
  return Lines(bench.Run({"lineage", address, "--json"}).out).size();
}

std::string SectionsOn(const Workbench& bench, const std::string& day, const Words& options = {}) {
  Words words = {"tree", "law", "--as-of", day};
  words.insert(words.end(), options.begin(), options.end());
  return Lines(bench.Run(words).out).at(1).substr(0, 2);
}

TEST(Link, MakesTwoSectionsOneFromItsCommitOn) {
  const Workbench bench;
  ImportLaw(bench);
  ASSERT_EQ(SectionsOn(bench, "2002"), "s2");
  const Outcome linked = bench.Run({"link", "law#Senate", "law#Council", "--because", "the same body"});
  EXPECT_EQ(linked.out, "law: s2 is s1, commit 3\n") << linked.err;
  EXPECT_EQ(SectionsOn(bench, "2002"), "s1");
  EXPECT_EQ(SectionsOn(bench, "2002", {"--known-at", "2"}), "s2") << "it was not known before";
  EXPECT_EQ(bench.Run({"show", "law#s2"}).out, bench.Run({"show", "law#s1"}).out);
  EXPECT_EQ(Lines(bench.Run({"log", "law#s1"}).out).size(), 3u) << "a heading and two editions";
  EXPECT_NE(bench.Run({"lineage", "law#s1"}).out.find("archivist"), std::string::npos);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(Link, SurvivesWhatIsImportedLater) {
  const Workbench bench;
  ImportLaw(bench);
  bench.Run({"link", "law#s1", "law#s2", "--because", "the same body"});
  ImportLaw(bench);
  EXPECT_EQ(SectionsOn(bench, "2002"), "s1");
  bench.Import("law", "2003", "## Council\n\nThe wise sit under two trees whenever the moon is full.\n");
  EXPECT_EQ(SectionsOn(bench, "2003"), "s1");
  bench.Import("law", "2004", "## 2. Senate\n\nTwo senators come from each region of the land.\n");
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(Link, OfSectionsThatStandTogetherIsRefused) {
  const Workbench bench;
  bench.Import("law", "2001", "## A\n\nOne.\n\n## B\n\nTwo.\n");
  const Outcome refused = bench.Run({"link", "law#A", "law#B", "--because", "no"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_NE(refused.err.find("both stand in the edition of 2001"), std::string::npos) << refused.err;
  EXPECT_EQ(bench.Run({"link", "law#A", "other#B", "--because", "no"}).code, 2);
  EXPECT_EQ(bench.Run({"link", "law", "law#B", "--because", "no"}).code, 2);
  EXPECT_EQ(bench.Run({"link", "law#A", "law#C", "--because", "no"}).code, 3);
}

TEST(Link, DryRunWritesNothing) {
  const Workbench bench;
  ImportLaw(bench);
  const auto before = bench.Fingerprint();
  EXPECT_EQ(bench.Run({"link", "law#s1", "law#s2", "--because", "x", "--dry-run"}).out,
            "would record: law: s2 is s1\n");
  EXPECT_EQ(bench.Fingerprint(), before);
}

TEST(Unlink, TakesALinkBack) {
  const Workbench bench;
  ImportLaw(bench);
  bench.Run({"link", "law#s1", "law#s2", "--because", "the same body"});
  EXPECT_EQ(bench.Run({"unlink", "law#s1", "law#s2"}).out, "law: s2 is not s1, commit 4\n");
  EXPECT_EQ(SectionsOn(bench, "2002"), "s2");
  EXPECT_EQ(SectionsOn(bench, "2002", {"--known-at", "3"}), "s1");
  EXPECT_EQ(bench.Run({"unlink", "law#s1", "law#s2"}).code, 0) << "known already";
  EXPECT_EQ(CountEvents(bench, "law#s1"), 2u) << "added, removed";
}

TEST(Unlink, SetsApartWhatTheTextsTookForOne) {
  const Workbench bench;
  bench.Import("law", "2001", "## 1. Senate\n\nTwo senators come from each region of the land.\n");
  bench.Import("law", "2002", "## 1. Council\n\nTwo senators come from each region of the land.\n");
  bench.Import("law", "2003", "## 1. Council\n\nThree senators come from each region of the land.\n");
  ASSERT_EQ(SectionsOn(bench, "2003"), "s1");
  EXPECT_EQ(bench.Run({"unlink", "law#Senate", "law#Council", "--because", "a new body"}).out,
            "law: s2 is not s1, commit 4\n");
  EXPECT_EQ(SectionsOn(bench, "2001"), "s1");
  EXPECT_EQ(SectionsOn(bench, "2002"), "s2");
  EXPECT_EQ(SectionsOn(bench, "2003"), "s2");
  bench.Import("law", "2004",
               "## 1. Council\n\nFour senators come from each region of the land.\n\n## 2. New\n\nx\n");
  EXPECT_EQ(bench.Run({"lineage", "law#New"}).code, 0);
  EXPECT_EQ(bench.Run({"lineage", "law#s3"}).code, 0) << "no lineage is given twice";
  EXPECT_EQ(bench.Run({"link", "law#s1", "law#s2", "--because", "not at all new"}).code, 0);
  EXPECT_EQ(SectionsOn(bench, "2003"), "s1") << "linked again";
}

TEST(Unlink, ByDateSetsASectionApartUnderOneName) {
  const Workbench bench;
  bench.Import("law", "2001", "## Senate\n\nTwo senators come from each region.\n");
  bench.Import("law", "2002", "## Senate\n\nThe wise sit under a tree.\n");
  EXPECT_EQ(bench.Run({"unlink", "law#Senate", "law#Senate", "--date", "2002"}).code, 0);
  EXPECT_EQ(SectionsOn(bench, "2002"), "s2");
  EXPECT_EQ(bench.Run({"unlink", "law#Senate", "law#Senate", "--date", "2009"}).code, 3);
  EXPECT_EQ(bench.Run({"unlink", "law#Senate", "law#Court"}).code, 3);
}

}  // namespace
}  // namespace muragat::tools
