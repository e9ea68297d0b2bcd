// What --to git writes, taken by git itself.
#include "tools/export_git.h"

#include <cstdlib>
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

// A bare repository in the bench's folder, untouched by the settings of whoever runs the test.
class Repository {
 public:
  explicit Repository(const Workbench& bench) : bench_(bench), path_(bench.Path("copy.git")) {
    fs::remove_all(path_);
    Child child(Git({"init", "--bare", "--quiet", "--initial-branch=main", path_}));
    const Outcome made = child.Wait();
    EXPECT_EQ(made.code, 0) << made.err;
  }

  // Gives the stream to `git fast-import`.
  Outcome Take(const std::string& stream) const {
    const std::string file = bench_.Write("stream", stream);
    Child child(Git({"-C", path_, "fast-import", "--quiet"}), {.input = file});
    return child.Wait();
  }

  std::string Ask(const Words& words) const {
    Words all = {"-C", path_};
    all.insert(all.end(), words.begin(), words.end());
    Child child(Git(all));
    const Outcome outcome = child.Wait();
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return outcome.out;
  }

  std::string Show(const std::string& at) const { return Ask({"cat-file", "blob", at}); }

 private:
  static Words Git(const Words& words) {
    Words all = {"env", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "LC_ALL=C.UTF-8", "git",
                 "-c",  "core.quotePath=off"};
    all.insert(all.end(), words.begin(), words.end());
    return all;
  }

  const Workbench& bench_;
  std::string path_;
};

std::string Stream(const Workbench& bench, const Words& options = {}) {
  Words words = {"export", "--to", "git"};
  words.insert(words.end(), options.begin(), options.end());
  const Outcome outcome = bench.Run(words);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  return outcome.out;
}

#define SKIP_WITHOUT_GIT() \
  if (std::system("command -v git >/dev/null 2>&1") != 0) GTEST_SKIP() << "skipped: no git"

TEST(ExportGit, IsARepositoryOfOneCommitAReform) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  ImportSample(bench);
  const Repository copy(bench);
  const Outcome taken = copy.Take(Stream(bench));
  ASSERT_EQ(taken.code, 0) << taken.err;
  EXPECT_EQ(copy.Ask({"log", "--format=%s", "main"}), "Amendments of 1998\nConstitution of 1995\n");
  EXPECT_EQ(copy.Ask({"ls-tree", "-r", "--name-only", "main"}),
            "kz/parliament\nkz/parliament-kk\nkz/parliament-ru\nkz/parliament-zh\n");
  EXPECT_EQ(copy.Show("main:kz/parliament"), kEnglish1998);
  EXPECT_EQ(copy.Show("main~1:kz/parliament"), kEnglish1995);
  EXPECT_EQ(copy.Show("main:kz/parliament-kk"), kKazakh);
  EXPECT_EQ(copy.Show("main:kz/parliament-zh"), kChinese);
  EXPECT_EQ(copy.Ask({"log", "-1", "--format=%an <%ae> %at %cn %ct", "main"}),
            "Muragat <muragat@localhost> 907718400 Muragat 907718400\n");
  EXPECT_EQ(copy.Ask({"log", "-1", "--format=%(trailers:only,unfold)", "main~1"}),
            "Valid: 1995-08-30\nReform-Id: 1995-08-30/constitution-of-1995\n"
            "Commit: 1\nRecorded: 2024-01-15T10:00:00Z\nCommit: 3\nRecorded: 2024-01-15T10:00:00Z\n"
            "Commit: 4\nRecorded: 2024-01-15T10:00:00Z\nCommit: 5\nRecorded: 2024-01-15T10:00:00Z\n\n");
  EXPECT_EQ(copy.Ask({"fsck", "--strict"}), "");
}

TEST(ExportGit, GoesByTheValidDateAlsoBefore1970AndWhatCameLate) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  bench.Import("charter", "2020-01-01", "of today\n", {"--author", "Jane <jane@example.org>"});
  bench.Import("charter", "1215-06-15", "of the king\n", {"--reform", "Great Charter"});
  bench.Import("charter", "1225", "again\n", {"--reform", "Great Charter"});
  bench.Import("charter", "9999-12-31", "of the end\n", {"--author", "Ә"});
  const Repository copy(bench);
  const Outcome taken = copy.Take(Stream(bench));
  ASSERT_EQ(taken.code, 0) << taken.err;
  EXPECT_EQ(
      copy.Ask({"log", "--format=%ct %an <%ae>|%s|%(trailers:key=Valid,valueonly,separator=;)", "main"}),
      "253402214400 Ә <>|no reform|9999-12-31\n"
      "1577836800 Jane <jane@example.org>|no reform|2020-01-01\n"
      "0 Muragat <muragat@localhost>|Great Charter|1225\n"
      "0 Muragat <muragat@localhost>|Great Charter|1215-06-15\n");
  EXPECT_EQ(copy.Show("main~3:charter"), "of the king\n");
  EXPECT_EQ(copy.Show("main:charter"), "of the end\n");
}

TEST(ExportGit, ARemovalTakesTheFileAway) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  bench.Import("a \"quoted\"\\name", "2001", "here\n");
  bench.Import("stays", "2001", "");
  ASSERT_EQ(bench.Run({"remove", "a \"quoted\"\\name", "--date", "2003", "--reform", "Repeal"}).code, 0);
  bench.Import("a \"quoted\"\\name", "2006", "again");
  const Repository copy(bench);
  const Outcome taken = copy.Take(Stream(bench));
  ASSERT_EQ(taken.code, 0) << taken.err;
  EXPECT_EQ(copy.Ask({"ls-tree", "-r", "-z", "--name-only", "main~1"}), std::string("stays\0", 6));
  EXPECT_EQ(copy.Ask({"log", "-1", "--format=%s", "main~1"}), "Repeal\n");
  EXPECT_EQ(copy.Show("main~2:a \"quoted\"\\name"), "here\n");
  EXPECT_EQ(copy.Show("main:a \"quoted\"\\name"), "again");
  EXPECT_EQ(copy.Show("main:stays"), "");
}

TEST(ExportGit, CarriesEveryLetterAndByteOfATextAndAName) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  const std::map<std::string, std::string> texts = {{"қаз/мәжіліс.md", "\xef\xbb\xbf# Мәжіліс\r\n\r\nтұрады"},
                                                    {"议会 1", "第五十条\n"},
                                                    {" blank ", "done\ndata 3\nM 100644\n\x01\x7f"},
                                                    {"-rf", "\n\n\n"},
                                                    {"a/" + std::string(250, 'x'), "x"}};
  for (const auto& [id, text] : texts) bench.Import(id, "2001", text, {"--reform", "Ереже № 1 \"<x>\""});
  const Repository copy(bench);
  const Outcome taken = copy.Take(Stream(bench));
  ASSERT_EQ(taken.code, 0) << taken.err;
  for (const auto& [id, text] : texts) EXPECT_EQ(copy.Show("main:" + id), text) << id;
  EXPECT_EQ(copy.Ask({"log", "--format=%s", "main"}), "Ереже № 1 \"<x>\"\n");
}

TEST(ExportGit, NamesWhatGitCannotHold) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  for (const std::string id : {"a", "a/b", "a/b/c", "b", "b/.git", "x/.GIT/hooks", "ab"}) {
    bench.Import(id, "2001", id + "\n");
  }
  const Outcome outcome = bench.Run({"export", "--to", "git"});
  EXPECT_EQ(outcome.code, 6);
  EXPECT_EQ(Lines(outcome.err),
            (std::vector<std::string>{"not carried: b/.git: git takes no file of that name",
                                      "not carried: x/.GIT/hooks: git takes no file of that name",
                                      "not carried: a: another document's id makes a folder of it",
                                      "not carried: a/b: another document's id makes a folder of it"}));
  const Repository copy(bench);
  const Outcome taken = copy.Take(outcome.out);
  ASSERT_EQ(taken.code, 0) << taken.err;
  EXPECT_EQ(copy.Ask({"ls-tree", "-r", "--name-only", "main"}), "a/b/c\nab\nb\n");
  EXPECT_EQ(copy.Show("main:a/b/c"), "a/b/c\n");
  EXPECT_EQ(bench.Run({"export", "--to", "git", "*/.git"}).code, 1);
}

TEST(ExportGit, HoldsWhatStandsOnly) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  bench.Import("ties", "2005-05-05", "first\n", {"--reform", "A"});
  bench.Import("ties", "2005-05-05", "corrected\n", {"--reform", "A"});
  bench.Import("ties", "2005-05-05", "of another\n", {"--reform", "B"});
  bench.Import("ties", "2007", "a mistake\n");
  ASSERT_EQ(bench.Run({"withdraw", "ties", "2007", "--because", "wrong"}).code, 0);
  const Repository copy(bench);
  ASSERT_EQ(copy.Take(Stream(bench)).code, 0);
  EXPECT_EQ(copy.Ask({"log", "--format=%s", "main"}), "B\nA\n");
  EXPECT_EQ(copy.Show("main~1:ties"), "corrected\n");
  const Repository before(bench);
  ASSERT_EQ(before.Take(Stream(bench, {"--known-at", "1"})).code, 0);
  EXPECT_EQ(before.Show("main:ties"), "first\n");
}

TEST(ExportGit, AStreamThatIsCutShortIsNotTaken) {
  SKIP_WITHOUT_GIT();
  const Workbench bench;
  ImportSample(bench);
  std::string stream = Stream(bench);
  ASSERT_TRUE(stream.ends_with("\ndone\n"));
  stream.resize(stream.size() - 5);
  EXPECT_NE(Repository(bench).Take(stream).code, 0);
}

TEST(ExportGit, IsTheSameBytesTwiceAndInAFile) {
  const Workbench bench;
  ImportSample(bench);
  const std::string stream = Stream(bench);
  bench.clock.Set("2031-01-01T00:00:00Z");
  EXPECT_EQ(Stream(bench), stream);
  EXPECT_EQ(Stream(bench, {"--history"}), stream);
  const std::string path = bench.Path("stream");
  ASSERT_EQ(bench.Run({"export", "--to", "git", "-o", path}).err, "wrote 2 commits to " + path + "\n");
  EXPECT_EQ(bench.Read("stream"), stream);
  EXPECT_EQ(bench.Run({"export", "--to", "git", "-o", path}).code, 2);
  EXPECT_EQ(bench.Run({"export", "--to", "git", "-o", path, "--force", "*-zh"}).code, 0);
  EXPECT_NE(bench.Read("stream"), stream);
}

TEST(ExportGit, AFailureLeavesNothingBehind) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome =
      RunProgram(bench, {"export", "--to", "git", "-o", bench.Path("stream")}, {.max_file_bytes = 500});
  EXPECT_EQ(outcome.code, 8) << outcome.err;
  EXPECT_EQ(Lines(outcome.err).size(), 1u) << outcome.err;
  for (const auto& [path, bytes] : bench.Listing("")) {
    EXPECT_TRUE(path.starts_with("archive") || path == "import.md") << path;
  }
}

TEST(ExportGit, OfADayIsRefused) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"export", "--to", "git", "--as-of", "1996"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("--as-of"), std::string::npos);
  EXPECT_EQ(bench.Run({"export", "--to", "git", "nothing*"}).code, 1);
  EXPECT_EQ(bench.Run({"export", "--to", "git", "--dry-run"}).err, "would export 4 documents\n");
}

}  // namespace
}  // namespace muragat::tools
