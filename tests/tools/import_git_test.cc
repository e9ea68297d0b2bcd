// Imports of repositories of git. Without a git they skip.
#include <cstdlib>

#include <gtest/gtest.h>

#include "tests/support/corpus.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

#define SKIP_WITHOUT_GIT() \
  if (std::system("command -v git >/dev/null 2>&1") != 0) GTEST_SKIP() << "skipped: no git"

// A bare repository of what `stream` holds, in the form of git fast-import.
std::string MakeRepository(const Workbench& bench, const std::string& stream,
                           const std::string& name = "r.git") {
  const std::string path = bench.Path(name), file = bench.Write("stream", stream);
  const std::string git = "git -C '" + path + "' ";
  EXPECT_EQ(
      std::system(
          ("git init -q --bare '" + path + "' && " + git + "fast-import --quiet <'" + file + "'").c_str()),
      0);
  return path;
}

std::string Commit(const std::string& who, const std::string& when, const std::string& message) {
  return "commit refs/heads/main\nauthor " + who + " " + when +
         " +0000\ncommitter x <x@x> 1700000000 +0000\ndata " + std::to_string(message.size()) + "\n" +
         message + "\n";
}
std::string File(const std::string& path, const std::string& text) {
  return "M 100644 inline " + path + "\ndata " + std::to_string(text.size()) + "\n" + text + "\n";
}

std::string Sample() {
  return Commit("Aigul <a@x.kz>", "1000000000", "First terms\n\nOf 2001-02-03, at last.\n") +
         File("law/terms.md", "# Terms\n\nOne.\n") + File("law/old.md", "# Old\n") +
         File("logo.png", std::string("\x89PNG\0", 5)) + Commit("Bolat <>", "1100000000", "Second terms") +
         File("law/terms.md", "# Terms\n\nTwo.\n") + "D law/old.md\n" + File("law/new.md", "# Old\n");
}

TEST(ImportGit, IsAHistoryAFile) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  const std::string path = MakeRepository(bench, Sample());
  const Outcome outcome = bench.Run({"import", path});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(Workbench::WithoutRoot(outcome.out),
            "law/old.md: +1 added, text removed in 2 states\n"
            "law/terms.md: +1 added, 1 changed in 2 states\n"
            "law/new.md: +1 added\n"
            "committed 5 states in 3 documents, commit 1\n");
  EXPECT_EQ(outcome.err,
            "muragat: " + path +
                ": passed over 1 states of files that are no text; 1 renamed files are each a removal and "
                "a new document (the first: law/old.md to law/new.md)\n");
  EXPECT_EQ(bench.Run({"show", "law/terms.md", "--raw", "--as-of", "2001-09-09T01:46:40Z"}).out,
            "# Terms\n\nOne.\n");
  EXPECT_EQ(bench.Run({"show", "law/terms.md", "--raw"}).out, "# Terms\n\nTwo.\n");
  EXPECT_EQ(bench.Run({"show", "law/old.md", "--raw"}).code, 3);
  const std::string log = bench.Run({"log", "law/terms.md", "--json"}).out;
  EXPECT_NE(log.find("\"reform\":\"First terms\""), std::string::npos) << log;
  EXPECT_NE(log.find("\"author\":\"Aigul <a@x.kz>\""), std::string::npos) << log;
  EXPECT_NE(log.find("\"author\":\"Bolat\""), std::string::npos) << log;
}

TEST(ImportGit, TakesFilesAndDatesAsItIsTold) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  const std::string path = MakeRepository(bench, Sample());
  EXPECT_EQ(Workbench::WithoutRoot(bench
                                       .Run({"import", path, "--format", "git", "--glob", "*/terms.md",
                                             "--date-from", "Of ([-0-9]+)"})
                                       .out),
            "law/terms.md: +1 added, 1 changed in 2 states\ncommitted 2 states in 1 documents, commit 1\n");
  EXPECT_EQ(bench.Run({"show", "law/terms.md", "--raw", "--as-of", "2001-02-03"}).out, "# Terms\n\nOne.\n");
  EXPECT_EQ(bench.Run({"import", path, "--date-from", "("}).code, 2);
}

TEST(ImportGit, ACommitOfItsOwnDateKeepsItsReform) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  const std::string when = "1000000000";
  const std::string path = MakeRepository(
      bench, Commit("A <>", when, "Act No 5\n\nValid: 1999-12-31\n") + File("a.md", "# A\n") +
                 Commit("A <>", when, "no reform\n\nValid: 2000-12-31\n") + File("a.md", "# B\n"));
  ASSERT_EQ(bench.Run({"import", path}).code, 0);
  EXPECT_NE(bench.Run({"reform", "list"}).out.find("Act No 5"), std::string::npos);
  EXPECT_EQ(Lines(bench.Run({"reform", "list", "--json"}).out).size(), 1u);
  EXPECT_EQ(bench.Run({"show", "a.md", "--as-of", "1999-12-31"}).out, "# A\n");
}

TEST(ImportGit, ReadsABundleAndAFolderWithAWorkingTree) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  const std::string path = MakeRepository(bench, Sample()), tree = bench.Path("tree"),
                    bundle = bench.Path("b.bundle");
  ASSERT_EQ(std::system(("git -C '" + path + "' bundle create -q '" + bundle + "' main 2>/dev/null").c_str()),
            0);
  ASSERT_EQ(std::system(("git clone -q -b main '" + path + "' '" + tree + "' 2>/dev/null").c_str()), 0);
  ASSERT_EQ(bench.Run({"import", path}).code, 0);
  for (const std::string& other : {bundle, tree}) {
    const Outcome outcome = bench.Run({"import", other});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("committed 0 states"), std::string::npos) << other << outcome.out;
  }
  const std::string whole = bench.Read("b.bundle");
  EXPECT_EQ(bench.Run({"import", bench.Write("cut.bundle", whole.substr(0, whole.size() - 30))}).code, 2);
}

TEST(ImportGit, RefusesAPackThatSaysItHoldsMoreThanAnybodyHas) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  const std::string head = "# v2 git bundle\n" + std::string(40, 'a') + " refs/heads/main\n\n";
  const std::string pack = std::string("PACK\0\0\0\2\1\0\0\1", 12);
  const Outcome outcome = bench.Run({"import", bench.Write("many.bundle", head + pack)});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("says that it holds 16777217 objects: at most 16777216 are read"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(bench.Run({"import", bench.Write("none.bundle", head + "PACK")}).code, 2);
}

TEST(ImportGit, OpensNothingElsewhere) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  const std::string path = MakeRepository(bench, Sample());
  bench.Write("link/.git", "gitdir: " + path + "\n");
  EXPECT_EQ(bench.Run({"import", bench.Path("link")}).code, 2);
  ASSERT_EQ(
      std::system(
          ("git clone -q -s --bare '" + path + "' '" + bench.Path("borrows.git") + "' 2>/dev/null").c_str()),
      0);
  EXPECT_EQ(bench.Run({"import", bench.Path("borrows.git")}).code, 2) << "its objects are another's";
  EXPECT_TRUE(bench.Listing().empty());
}

// What two archives say of each document on each of their days.
void ExpectSameTexts(const Workbench& one, const Workbench& other) {
  std::string questions;
  for (const std::string& line : Lines(one.Run({"log", "--json"}).out)) {
    const auto field = [&](const std::string& name) {
      const size_t at = line.find("\"" + name + "\":\"") + name.size() + 4;
      return line.substr(at, line.find('"', at) - at);
    };
    questions += field("document") + "\t" + field("valid") + "\n";
  }
  ASSERT_GT(questions.size(), 100u);
  EXPECT_TRUE(one.Run({"cat", "--batch"}, questions).out == other.Run({"cat", "--batch"}, questions).out);
}

TEST(ImportGit, WhatIsExportedComesBackOnItsTrueDates) {
  SKIP_WITHOUT_GIT();
  const Workbench bench, other;
  ImportSample(bench);
  bench.Import("old/law", "1923-04", "of a month", {"--reform", "A", "--author", "Jane <j@x.org>"});
  bench.Import("old/law", "1950", "of a year");
  const Outcome stream = bench.Run({"export", "--to", "git"});
  ASSERT_EQ(other.Run({"import", MakeRepository(other, stream.out)}).code, 0);
  ExpectSameTexts(bench, other);
  EXPECT_EQ(other.Run({"show", "old/law", "--raw", "--as-of", "1923-04-30"}).out, "of a month");
}

TEST(ImportGit, ACorpusAsARepositoryIsTheSame) {
  SKIP_WITHOUT_GIT();
  const auto corpus = support::FindCorpus("site-policy"),
             peer = support::FindShared("peers/jsonl-to-fast-import");
  if (!corpus || !peer || std::system("command -v zstd python3 >/dev/null 2>&1") != 0) {
    GTEST_SKIP() << "skipped: no corpus";
  }
  const Workbench bench, other;
  const std::string stream = other.Path("corpus.stream");
  ASSERT_EQ(std::system(("zstd -dcq --long=31 '" + *corpus + "' | python3 '" + *peer + "' 2>/dev/null >'" +
                         stream + "'")
                            .c_str()),
            0);
  ASSERT_EQ(bench.Run({"import", *corpus}).code, 0);
  const Outcome outcome = other.Run({"import", MakeRepository(other, other.Read("corpus.stream")), "-q"});
  ASSERT_EQ(outcome.code, 0) << outcome.err;
  ExpectSameTexts(bench, other);
}

}  // namespace
}  // namespace muragat::tools
