// Surroundings that fail: no archive, a newer one, a busy one, a full or read-only disk.
#include <csignal>

#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(NoArchive, IsMissingAndNothingIsMade) {
  const Workbench bench;
  const Outcome outcome = bench.Run({"show", "d"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.err, "muragat: there is no archive at " + bench.Archive() +
                             ": make one with init or import, or name one with -C\n");
  for (const Words& words : std::vector<Words>{{"documents"},
                                               {"verify"},
                                               {"compact"},
                                               {"cat", "--batch"},
                                               {"remove", "d", "--date", "2001", "--reform", "R"},
                                               {"reform", "add", "R", "--date", "2001"}}) {
    EXPECT_EQ(bench.Run(words).code, 3) << words[0];
  }
  EXPECT_TRUE(bench.Listing().empty());
}

TEST(NoArchive, ADirectoryWithSomethingElseIsNone) {
  const Workbench bench;
  bench.Write("archive/letter.txt", "dear");
  const Outcome outcome = bench.Run({"documents"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.err, "muragat: " + bench.Archive() + " is no archive: name one with -C\n");
  const Workbench file;
  file.Write("archive", "a file");
  EXPECT_EQ(file.Run({"documents"}).code, 3);
  EXPECT_EQ(file.Read("archive"), "a file");
}

TEST(NewerFormat, IsRefusedAndNoByteChanges) {
  const Workbench bench;
  ImportSample(bench);
  bench.Write("archive/MURAGAT", "muragat archive\nformat 3\n");
  const auto before = bench.Fingerprint();
  for (const Words& words : std::vector<Words>{{"documents"},
                                               {"show", "kz/parliament"},
                                               {"verify"},
                                               {"init"},
                                               {"import", bench.Write("d.md", "x"), "--date", "2001"},
                                               {"import", bench.Path("d.md"), "--dry-run"},
                                               {"remove", "kz/parliament", "--date", "2001", "--reform", "R"},
                                               {"compact"}}) {
    const Outcome outcome = bench.Run(words);
    EXPECT_EQ(outcome.code, 7) << words[0] << outcome.err;
    EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
  }
  EXPECT_EQ(bench.Fingerprint(), before);
}

TEST(Busy, AnotherProcessIsWriting) {
  const Workbench bench;
  ImportSample(bench);
  Child writer(ProgramWords(bench, {"import", "-", "--format", "jsonl"}));
  ASSERT_TRUE(writer.Write("{\"document\":\"d\",\"date\":\"2001\",\"body\":\"x\"}\n"));
  ASSERT_TRUE(WaitUntil([&] { return HoldsLock(bench, writer); }));
  for (const Words& words : std::vector<Words>{{"import", bench.Write("e.md", "x"), "--date", "2001"},
                                               {"remove", "kz/parliament", "--date", "2001", "--reform", "R"},
                                               {"compact"}}) {
    const Outcome outcome = bench.Run(words);
    EXPECT_EQ(outcome.code, 5) << words[0] << outcome.err;
    EXPECT_EQ(outcome.err,
              "muragat: another process is writing to the archive: wait for it to end, then try again\n");
  }
  // Reading goes on beside it.
  EXPECT_EQ(bench.Run({"show", "kz/parliament", "--raw"}).out, kEnglish1998);
  EXPECT_EQ(bench.Run({"documents", "--json"}).code, 0);
  const Outcome verified = bench.Run({"verify"});
  EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
  const Outcome end = writer.Wait();
  EXPECT_EQ(end.code, 0) << end.err;
  EXPECT_EQ(bench.Run({"show", "d", "--raw"}).out, "x");
}

TEST(Interrupt, AnImportThatWaitsEndsAndKeepsWholeCommits) {
  const Workbench bench;
  ImportSample(bench);
  const std::string before = bench.Run({"export", "--to", "jsonl"}).out;
  Child writer(ProgramWords(bench, {"import", "-", "--format", "jsonl"}));
  ASSERT_TRUE(writer.Write("{\"document\":\"d\",\"date\":\"2001\",\"body\":\"x\"}\n"));
  ASSERT_TRUE(WaitUntil([&] { return HoldsLock(bench, writer); }));
  writer.Signal(SIGINT);
  EXPECT_TRUE(WaitUntil([&] { return !writer.Running(); }));
  const Outcome outcome = writer.Wait();
  EXPECT_EQ(outcome.code, 130);
  EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out, before);
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
}

TEST(FullOutput, IsAFailureOfTheMachine) {
  const Workbench bench;
  ImportSample(bench);
  const std::string questions = bench.Write("questions", "kz/parliament\t2001\n");
  for (const Words& words : std::vector<Words>{{"show", "kz/parliament"},
                                               {"documents"},
                                               {"tree", "kz/parliament"},
                                               {"log"},
                                               {"diff", "kz/parliament", "1996", "1999"},
                                               {"verify"},
                                               {"stats", "--json"},
                                               {"export", "--to", "jsonl"},
                                               {"reform", "list"},
                                               {"cat", "--batch"},
                                               {"--help"},
                                               {"--version"}}) {
    const Outcome outcome = RunProgram(bench, words, {.input = questions, .output = "/dev/full"});
    EXPECT_EQ(outcome.code, 8) << words[0];
    EXPECT_EQ(Lines(outcome.err).size(), 1u) << words[0] << outcome.err;
  }
}

TEST(FullDisk, AFileThatMayNotGrowLeavesTheArchiveAsItWas) {
  const Workbench bench;
  ImportSample(bench);
  const std::string before = bench.Run({"export", "--to", "jsonl"}).out;
  std::string text = "# Long\n\n";
  for (int i = 0; i < 40'000; ++i) text += "word" + std::to_string(i * 7919 % 100'003) + " ";
  const std::string path = bench.Write("long.md", text);
  const Outcome outcome =
      RunProgram(bench, {"import", path, "--date", "2001"}, {.max_file_bytes = uint64_t{100} << 10});
  EXPECT_EQ(outcome.code, 8) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
  EXPECT_EQ(bench.Run({"verify"}).code, 0);
  EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out, before);
  EXPECT_EQ(bench.Run({"import", path, "--date", "2001"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "long", "--raw"}).out, text);
}

// Runs a script in a mount namespace of its own, in the bench's folder, with `$M` the program. What is
// mounted there is gone with the script.
Outcome RunMounting(const Workbench& bench, const std::string& script) {
  const std::string path =
      bench.Write("script.sh", "cd '" + bench.Path("") + "'\nexport XDG_DATA_HOME='" + bench.KeyFolder() +
                                   "'\nM='" + std::string(MURAGAT_PROGRAM) + "'\n" + script);
  return Child({"unshare", ::geteuid() == 0 ? "-m" : "-rm", "sh", "-u", path}).Wait();
}

// Eight processes read the archive at once, and each answers as one did before.
constexpr const char* kReaders =
    "printf 'd\\t2001\\nd\\t1999\\n' >questions\n"
    "answer() { case $1 in 0|1) $M -C $2 show d --raw;; 2|3) $M -C $2 log d --json;;\n"
    "  4|5) $M -C $2 diff d 2001 2002 --json;; 6) $M -C $2 cat --batch <questions;; 7) $M -C $2 verify "
    "--json;; esac; }\n"
    "answers() { for i in 0 1 2 3 4 5 6 7; do (answer $i $1; echo $?) >$2.$i 2>&1 & done; wait; cat $2.*; "
    "}\n";

bool CanMount(const Workbench& bench) {
  return RunMounting(bench, "mkdir try && mount -t tmpfs -o size=1m tmpfs try").code == 0;
}

TEST(FullDisk, StillAnswersAndKeepsWhatItHad) {
  const Workbench bench;
  if (!CanMount(bench)) GTEST_SKIP() << "skipped: no small disk can be mounted here";
  bench.Write("d.md", "# T\n\nfirst\n");
  bench.Write("e.md", "# T\n\nsecond\n");
  const Outcome outcome = RunMounting(bench,
                                      "mkdir disk; mount -t tmpfs -o size=2m tmpfs disk\n"
                                      "$M -C disk/a import d.md --date 2001 >/dev/null; echo import $?\n"
                                      "$M -C disk/a export --to jsonl >before\n" +
                                          std::string(kReaders) +
                                          "answers disk/a one >whole\n"
                                          "dd if=/dev/zero of=disk/fill bs=4k 2>/dev/null\n"
                                          "$M -C disk/a import e.md --date 2002; echo import $?\n"
                                          "$M -C disk/b import e.md --date 2002; echo new $?\n"
                                          "$M -C disk/a export --to html -o disk/site; echo html $?\n"
                                          "$M -C disk/a export --to jsonl -o disk/states; echo jsonl $?\n"
                                          "$M -C disk/a verify >/dev/null; echo verify $?\n"
                                          "$M -C disk/a export --to jsonl | cmp - before; echo same $?\n"
                                          "answers disk/a two | cmp - whole; echo readers $?\n"
                                          "$M -C disk/a show d --raw\n"
                                          "ls disk\n"
                                          "rm disk/fill\n"
                                          "$M -C disk/a import e.md --date 2002 >/dev/null; echo import $?\n"
                                          "$M -C disk/a verify >/dev/null; echo verify $?\n");
  EXPECT_EQ(outcome.out,
            "import 0\n"
            "import 8\nnew 8\nhtml 8\njsonl 8\nverify 0\nsame 0\nreaders 0\n# T\n\nfirst\na\nfill\n"
            "import 0\nverify 0\n")
      << outcome.err;
}

TEST(ReadOnlyDisk, IsReadAndRefusesToWrite) {
  const Workbench bench;
  if (!CanMount(bench)) GTEST_SKIP() << "skipped: no disk can be mounted read-only here";
  bench.Write("d.md", "# T\n\nfirst\n");
  const Outcome outcome =
      RunMounting(bench,
                  "mkdir disk; mount -t tmpfs -o size=2m tmpfs disk\n"
                  "$M -C disk/a import d.md --date 2001 >/dev/null; echo import $?\n" +
                      std::string(kReaders) +
                      "answers disk/a one >whole; grep -c first whole\n"
                      "mount -o remount,ro disk\n"
                      "answers disk/a two | cmp - whole; echo readers $?\n"
                      "$M -C disk/a show d --raw; echo show $?\n"
                      "$M -C disk/a documents >/dev/null; echo documents $?\n"
                      "$M -C disk/a log >/dev/null; echo log $?\n"
                      "$M -C disk/a verify >/dev/null; echo verify $?\n"
                      "$M -C disk/a export --to html -o site 2>/dev/null; echo html $?\n"
                      "$M -C disk/a import d.md --date 2002 --dry-run >/dev/null 2>&1; echo dry $?\n"
                      "$M -C disk/a import d.md --date 2002; echo import $?\n"
                      "$M -C disk/b init; echo init $?\n");
  EXPECT_EQ(outcome.out,
            "import 0\n3\nreaders 0\n# T\n\nfirst\nshow 0\ndocuments 0\nlog 0\nverify 0\nhtml 0\ndry "
            "0\nimport 8\ninit 8\n")
      << outcome.err;
}

}  // namespace
}  // namespace muragat::tools
