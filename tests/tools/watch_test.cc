#include "tools/watch.h"

#include <gtest/gtest.h>

#include "tests/tools/workbench.h"
#include "tools/watch_file.h"

namespace muragat::tools {
namespace {

Outcome RunWatches(const Workbench& bench, const Words& more = {}) {
  Words words = {"watch", "run"};
  words.insert(words.end(), more.begin(), more.end());
  return bench.Run(words);
}

TEST(Watch, TellsOnceWhatCameAndWentSince) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nThe quota.\n");
  EXPECT_EQ(bench.Run({"watch", "add", "quota"}).err,
            "watching \"quota\", number 1: `muragat watch run` tells what is new\n");
  EXPECT_EQ(RunWatches(bench).code, 1) << "what is known is not new";
  bench.Import("a", "2005", "# A\n\nNothing.\n", {"--reform", "Repeal"});
  bench.Import("b", "2004", "# B\n\nA quota.\n");
  const Outcome outcome = RunWatches(bench);
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out,
            "quota\twent\t2005\ta#s1\tRepeal\tA\n"
            "quota\tcame\t2004\tb#s1\t\tB\n");
  EXPECT_EQ(RunWatches(bench).code, 1);
  EXPECT_EQ(RunWatches(bench).out, "");
}

TEST(Watch, TellsOnceOfABackDatedImport) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nThe quota.\n");
  bench.Run({"watch", "add", "quota"});
  bench.Import("a", "1999", "# A\n\nThe quota was here.\n");
  EXPECT_EQ(RunWatches(bench).out, "quota\tcame\t1999\ta#s1\t\tA\n");
  bench.Import("a", "2000", "# A\n\nNothing of it.\n");
  EXPECT_EQ(RunWatches(bench).out, "quota\twent\t2000\ta#s1\t\tA\n")
      << "that it came in 2001 was known when the question was added";
  EXPECT_EQ(RunWatches(bench).code, 1);
}

TEST(Watch, TellsNothingTwiceWhereAnEditionIsWithdrawnAndComesBack) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nNothing.\n");
  bench.Run({"watch", "add", "quota"});
  const std::string text = "# A\n\nThe quota.\n";
  bench.Import("a", "2003", text);
  EXPECT_EQ(Lines(RunWatches(bench).out).size(), 1u);
  ASSERT_EQ(bench.Run({"withdraw", "a", "2003", "--because", "wrong"}).code, 0);
  EXPECT_EQ(RunWatches(bench).code, 1);
  bench.Import("a", "2003", text);
  EXPECT_EQ(RunWatches(bench).code, 1);
}

TEST(Watch, CanBeOfSomeDocuments) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nNothing.\n");
  bench.Run({"watch", "add", "quota", "--document", "kz/*"});
  bench.Import("kz/b", "2003", "# B\n\nThe quota.\n");
  bench.Import("fr/c", "2003", "# C\n\nThe quota.\n");
  EXPECT_EQ(RunWatches(bench, {"--json"}).out,
            "{\"watch\":1,\"query\":\"quota\",\"event\":\"came\",\"date\":\"2003\",\"address\":\"kz/b#s1\","
            "\"document\":\"kz/b\",\"section\":\"s1\",\"title\":\"B\",\"reform\":null,\"reform_id\":null}\n");
}

TEST(Watch, DryRunsChangeNothing) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nNothing.\n");
  const auto before = bench.Listing();
  EXPECT_EQ(bench.Run({"watch", "add", "quota", "--dry-run"}).err, "would watch \"quota\"\n");
  EXPECT_EQ(bench.Listing(), before);
  bench.Run({"watch", "add", "quota"});
  bench.Import("a", "2003", "# A\n\nThe quota.\n");
  const auto watched = bench.Listing();
  EXPECT_EQ(Lines(RunWatches(bench, {"--dry-run"}).out).size(), 1u);
  EXPECT_EQ(bench.Run({"watch", "remove", "1", "--dry-run"}).err, "would not watch \"quota\" any more\n");
  EXPECT_EQ(bench.Listing(), watched);
  EXPECT_EQ(Lines(RunWatches(bench).out).size(), 1u);
}

TEST(Watch, IsListedAndRemoved) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nNothing.\n");
  EXPECT_EQ(bench.Run({"watch", "list"}).code, 1);
  bench.Run({"watch", "add", "quota\twomen", "--document", "k z/*"});
  bench.Run({"watch", "add", "квота"});
  EXPECT_EQ(bench.Run({"watch", "list"}).out,
            "1\tquota\twomen\tk z/*\tsince commit 1\t0 given\n"
            "2\tквота\t*\tsince commit 1\t0 given\n");
  EXPECT_EQ(bench.Run({"watch", "remove", "2"}).code, 0);
  bench.Run({"watch", "add", "кворум"});
  EXPECT_EQ(Lines(bench.Run({"watch", "list"}).out).back(), "3\tкворум\t*\tsince commit 1\t0 given")
      << "no number is given twice";
  EXPECT_EQ(bench.Run({"watch", "remove", "2"}).code, 3);
  EXPECT_EQ(bench.Run({"watch", "add", "..."}).code, 2);
}

TEST(WatchFile, PassesOverWhatAKilledWriterLeft) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nNothing.\n");
  bench.Run({"watch", "add", "quota"});
  bench.Import("a", "2003", "# A\n\nThe quota.\n");
  RunWatches(bench);
  const std::string whole = bench.Read("archive/WATCHES");
  EXPECT_EQ(whole, "muragat-watches 1\nadd\t1\t1\tquota\t\ngiven\t1\tcame\t2003\ta\t1\n");
  for (size_t size = 0; size < whole.size(); ++size) {
    bench.Write("archive/WATCHES", whole.substr(0, size));
    const auto file = WatchFile::Open(bench.Archive(), WatchFile::Access::kRead);
    ASSERT_TRUE(file.ok()) << size << ": " << file.status().message();
    EXPECT_EQ(file->watches().size(), size >= whole.find("given") ? 1u : 0u) << size;
  }
  // Cut within the last line: the event was not told for good.
  bench.Write("archive/WATCHES", whole.substr(0, whole.size() - 3));
  EXPECT_EQ(Lines(RunWatches(bench).out).size(), 1u);
  EXPECT_EQ(bench.Read("archive/WATCHES"), whole);
}

TEST(WatchFile, ThatIsDamagedOrNewerIsRefused) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nNothing.\n");
  bench.Write("archive/WATCHES", "muragat-watches 1\nadd\t1\t1\tquota\t\ngiven\t7\tcame\t2003\ta\t1\n");
  const Outcome damaged = RunWatches(bench);
  EXPECT_EQ(damaged.code, 4);
  EXPECT_NE(damaged.err.find("line 3 of"), std::string::npos) << damaged.err;
  bench.Write("archive/WATCHES", "muragat-watches 2\n");
  EXPECT_EQ(RunWatches(bench).code, 7);
}

TEST(WatchFile, IsWrittenByOneProcessAtATime) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nNothing.\n");
  const auto held = WatchFile::Open(bench.Archive(), WatchFile::Access::kWrite);
  ASSERT_TRUE(held.ok());
  EXPECT_EQ(bench.Run({"watch", "add", "quota"}).code, 5);
  EXPECT_EQ(bench.Run({"watch", "list"}).code, 1) << "reading needs no lock";
}

}  // namespace
}  // namespace muragat::tools
