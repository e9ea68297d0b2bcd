// backup and restore.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

// What a folder's archive answers: its states, its checkpoint and its key.
std::string Answers(const Workbench& bench, const std::string& folder) {
  std::string answers;
  for (const Words& words :
       {Words{"export", "--to", "jsonl", "--history"}, {"checkpoint"}, {"checkpoint", "--key"}}) {
    const Outcome outcome = bench.RunOn(folder, words);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    answers += outcome.out + "\n--\n";
  }
  return answers;
}

TEST(Backup, IsAnArchiveThatAnswersAlike) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"backup", bench.Path("copy")});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("copy: 5 commits, 5 of them new; wrote "), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find(": 0 findings\n"), std::string::npos) << outcome.out;
  EXPECT_EQ(Answers(bench, "copy"), Answers(bench, "archive"));
  EXPECT_EQ(bench.RunOn("copy", {"verify"}).code, 0);
}

TEST(Backup, WritesWhatIsNewOnly) {
  const Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(bench.Run({"backup", bench.Path("copy") + "/"}).code, 0);
  EXPECT_NE(bench.Run({"backup", bench.Path("copy"), "--json"})
                .out.find("\"commits\":5,\"new_commits\":0,\"records\":0,\"bytes\":0,"),
            std::string::npos);
  bench.Import("kz/parliament", "2007-05-21",
               "# Parliament\n\n## Article 50. Majilis\n\nIt has 107 deputies.\n");
  ASSERT_EQ(bench.Run({"withdraw", "kz/parliament-zh", "1995-08-30", "--because", "a misprint"}).code, 0);
  const Outcome outcome = bench.Run({"backup", bench.Path("copy")});
  EXPECT_NE(outcome.out.find("copy: 7 commits, 2 of them new; wrote "), std::string::npos) << outcome.out;
  EXPECT_EQ(Answers(bench, "copy"), Answers(bench, "archive"));
}

TEST(Backup, FollowsAnIndexThatWasMadeAnew) {
  const Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(bench.Run({"backup", bench.Path("copy")}).code, 0);
  ASSERT_EQ(bench.Run({"reindex"}).code, 0);
  ASSERT_EQ(bench.Run({"backup", bench.Path("copy")}).code, 0);
  const Words phrase = {"phrase", "Senators"};
  const Outcome own = bench.Run(phrase), copied = bench.RunOn("copy", {"phrase", "Senators"});
  EXPECT_EQ(copied.out, own.out);
  EXPECT_EQ(copied.err, "") << "the copy's index is not whole";
  EXPECT_EQ(bench.RunOn("copy", {"verify"}).code, 0);
}

TEST(Backup, LeavesWhatItCannotBeTheCopyOf) {
  const Workbench bench;
  ImportSample(bench);
  bench.Write("letters/a.txt", "dear");
  EXPECT_EQ(bench.Run({"backup", bench.Path("letters")}).code, 2);
  EXPECT_EQ(bench.Run({"backup", bench.Archive()}).code, 2);
  ASSERT_EQ(bench.RunOn("other", {"init"}).code, 0);
  const auto other = bench.Fingerprint("other");
  const Outcome outcome = bench.Run({"backup", bench.Path("other")});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_NE(outcome.err.find("it holds another archive"), std::string::npos) << outcome.err;
  EXPECT_EQ(bench.Fingerprint("other"), other);
  EXPECT_EQ(bench.Listing("letters"), (std::map<std::string, std::string>{{"a.txt", "dear"}}));
}

TEST(Backup, KeepsACopyThatHasCommitsWhichTheArchiveLost) {
  const Workbench bench;
  ImportSample(bench);
  std::filesystem::copy(bench.Archive(), bench.Path("older"), std::filesystem::copy_options::recursive);
  bench.Import("kz/senate", "1996", "# Senate\n\nIt sits.\n");
  ASSERT_EQ(bench.Run({"backup", bench.Path("copy")}).code, 0);
  const auto copy = bench.Fingerprint("copy");
  const Outcome lost = bench.RunOn("older", {"backup", bench.Path("copy")});
  EXPECT_EQ(lost.code, 2);
  EXPECT_NE(lost.err.find("it has 6 commits, the archive only 5: restore it"), std::string::npos) << lost.err;
  // As many commits, of which the last is another.
  ASSERT_EQ(bench.RunOn("older", {"remove", "kz/parliament", "--date", "2020", "--reform", "R"}).code, 0);
  const Outcome rewritten = bench.RunOn("older", {"backup", bench.Path("copy")});
  EXPECT_EQ(rewritten.code, 2);
  EXPECT_NE(rewritten.err.find("one of them was rewritten"), std::string::npos) << rewritten.err;
  EXPECT_EQ(bench.Fingerprint("copy"), copy);
}

TEST(Backup, SaysThatACopyIsDamagedAndNothingIsRestoredFromIt) {
  const Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(bench.Run({"backup", bench.Path("copy")}).code, 0);
  const auto files = bench.Listing("copy");
  const auto largest = std::max_element(files.begin(), files.end(), [](const auto& a, const auto& b) {
    return (a.first.ends_with(".sst") ? a.second.size() : 0) <
           (b.first.ends_with(".sst") ? b.second.size() : 0);
  });
  ASSERT_TRUE(largest->first.ends_with(".sst"));
  std::string changed = largest->second;
  changed[changed.size() / 8] ^= 1;
  bench.Write("copy/" + largest->first, changed);
  // In processes of their own: this one has the blocks in memory.
  EXPECT_EQ(RunProgram(bench, {"backup", bench.Path("copy")}).code, 4);
  std::filesystem::remove_all(bench.Archive());
  const Outcome restored = RunProgram(bench, {"restore", bench.Path("copy")});
  EXPECT_EQ(restored.code, 4) << restored.err;
  EXPECT_FALSE(std::filesystem::exists(bench.Archive()));
}

TEST(Backup, AsATrialChangesNothing) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"backup", bench.Path("copy"), "--dry-run"}).err,
            "would copy 5 commits to " + bench.Path("copy") + "\n");
  EXPECT_FALSE(std::filesystem::exists(bench.Path("copy")));
  ASSERT_EQ(bench.Run({"backup", bench.Path("copy")}).code, 0);
  EXPECT_EQ(bench.Run({"backup", bench.Path("copy"), "--dry-run"}).err,
            "would bring " + bench.Path("copy") + " from commit 5 to commit 5\n");
  EXPECT_EQ(bench.RunOn("new", {"restore", bench.Path("copy"), "--dry-run"}).code, 0);
  EXPECT_FALSE(std::filesystem::exists(bench.Path("new")));
}

TEST(Restore, MakesTheArchiveWhichGoesOn) {
  Workbench bench;
  ImportSample(bench);
  ASSERT_EQ(bench.Run({"backup", bench.Path("copy")}).code, 0);
  const std::string whole = Answers(bench, "archive");
  const std::string kept = bench.Write("kept", bench.Run({"checkpoint"}).out);
  EXPECT_EQ(bench.Run({"restore", bench.Path("copy")}).code, 2) << "over an archive that is there";
  std::filesystem::remove_all(bench.Archive());
  const Outcome outcome = bench.Run({"restore", bench.Path("copy")});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(bench.Run({"verify", "--against", kept}).code, 0);
  EXPECT_EQ(Answers(bench, "archive"), whole);
  bench.Import("kz/senate", "1996", "# Senate\n\nIt sits.\n");
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
  EXPECT_EQ(Lines(bench.Run({"checkpoint"}).out)[1], "6");
  EXPECT_EQ(bench.RunOn("no", {"restore", bench.Path("nothing")}).code, 3);
}

TEST(Backup, TakenDuringAnImportIsOfWholeCommits) {
  const Workbench bench;
  std::string states;
  constexpr int kStates = 4'000;
  for (int i = 0; i < kStates; ++i) {
    states += "{\"document\":\"law/" + std::to_string(i % 50) + "\",\"date\":\"" +
              std::to_string(1500 + i / 10) + "\",\"body\":\"# Law\\n\\nText " + std::to_string(i) +
              ".\\n\"}\n";
  }
  Child child(ProgramWords(bench, {"import", "-", "--format", "jsonl"}));
  ASSERT_TRUE(child.Write(std::string_view(states).substr(0, states.size() * 9 / 10)));
  ASSERT_TRUE(WaitUntil([&] { return child.Unread() == 0; }));
  ASSERT_TRUE(WaitUntil([&] { return bench.Run({"log", "-n", "1"}).code == 0; }));
  ASSERT_TRUE(child.Running());
  const Outcome outcome = bench.Run({"backup", bench.Path("copy")});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(bench.RunOn("copy", {"verify"}).code, 0);
  const size_t copied = Lines(bench.RunOn("copy", {"log"}).out).size();
  EXPECT_GT(copied, 0u);
  EXPECT_LT(copied, static_cast<size_t>(kStates));
  ASSERT_TRUE(child.Write(std::string_view(states).substr(states.size() * 9 / 10)));
  child.CloseInput();
  ASSERT_EQ(child.Wait().code, 0);
  ASSERT_EQ(bench.Run({"backup", bench.Path("copy")}).code, 0);
  EXPECT_EQ(Answers(bench, "copy"), Answers(bench, "archive"));
}

}  // namespace
}  // namespace muragat::tools
