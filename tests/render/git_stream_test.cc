#include "muragat/render/git_stream.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

ValidDate Date(std::string_view text) { return *ParseDate(text); }

TEST(GitStream, ACommitIsItsReformAndItsTrueDates) {
  EXPECT_EQ(RenderGitCommit({.valid = Date("1998-10-07"),
                             .seen = false,
                             .reform = {"1998-10-07/amendments", "Amendments", Date("1998-10-07")},
                             .authors = {"Әлия"},
                             .recorded = {{{2}, Date("2024-01-15T10:00:00Z").first}}}),
            "commit refs/heads/main\n"
            "author Әлия <> 907718400 +0000\n"
            "committer Muragat <muragat@localhost> 907718400 +0000\n"
            "data 104\n"
            "Amendments\n\n"
            "Valid: 1998-10-07\n"
            "Reform-Id: 1998-10-07/amendments\n"
            "Commit: 2\n"
            "Recorded: 2024-01-15T10:00:00Z\n"
            "\n");
}

TEST(GitStream, ADateBefore1970IsZeroAndTheTrueOneATrailer) {
  const std::string commit =
      RenderGitCommit({.valid = Date("1215"), .seen = true, .reform = {}, .authors = {}, .recorded = {}});
  EXPECT_EQ(commit,
            "commit refs/heads/main\n"
            "committer Muragat <muragat@localhost> 0 +0000\n"
            "data 35\n"
            "no reform\n\nValid: 1215\nBasis: seen\n"
            "\n");
}

TEST(GitStream, AnAuthorIsANameOrANameAndAnAddress) {
  const auto author = [](const std::string& name) {
    const std::string commit = RenderGitCommit(
        {.valid = Date("1970"), .seen = false, .reform = {}, .authors = {name}, .recorded = {}});
    const size_t begin = commit.find("author ");
    return commit.substr(begin, commit.find('\n', begin) - begin);
  };
  EXPECT_EQ(author("Jane"), "author Jane <> 0 +0000");
  EXPECT_EQ(author("Jane <jane@example.org>"), "author Jane <jane@example.org> 0 +0000");
  EXPECT_EQ(author("<b>Jane</b> & co"), "author bJane/b & co <> 0 +0000");
  EXPECT_EQ(author("Jane <a> <b>"), "author Jane <a b> 0 +0000");
  EXPECT_EQ(author("a\nD b"), "author aD b <> 0 +0000");
}

TEST(GitStream, FurtherAuthorsAreTrailers) {
  const std::string commit = RenderGitCommit(
      {.valid = Date("1970"), .seen = false, .reform = {}, .authors = {"A", "B", "C <c@d>"}, .recorded = {}});
  EXPECT_NE(commit.find("author A <> "), std::string::npos);
  EXPECT_NE(commit.find("Co-authored-by: B <>\nCo-authored-by: C <c@d>\n"), std::string::npos);
}

TEST(GitStream, AFileIsCountedInBytes) {
  EXPECT_EQ(RenderGitFile("kz/a b", "бап\n"), "M 100644 inline kz/a b\ndata 7\nбап\n\n");
  EXPECT_EQ(RenderGitFile("a", ""), "M 100644 inline a\ndata 0\n\n");
  EXPECT_EQ(RenderGitRemoval("议会"), "D 议会\n");
}

TEST(GitStream, APathIsQuotedWhereGitNeedsIt) {
  EXPECT_EQ(RenderGitRemoval("\"a\""), "D \"\\\"a\\\"\"\n");
  EXPECT_EQ(RenderGitRemoval("a\\n"), "D \"a\\\\n\"\n");
  EXPECT_EQ(RenderGitRemoval("a\nb\x7f"), "D \"a\\012b\\177\"\n");
  EXPECT_EQ(RenderGitRemoval(" a"), "D \" a\"\n");
}

TEST(GitStream, APathThatAFileSystemMayTakeForGitsOwnIsRefused) {
  for (const std::string path :
       {"", "/a", "a/", "a//b", ".", "..", "a/../b", "a/./b", ".git", ".GIT/config", "a/.git", ".git.",
        ".git ", "git~1", "GIT~1/a", ".g\u200cit", ".git::$INDEX", ".git\\a"}) {
    EXPECT_FALSE(IsGitPath(path)) << path;
  }
  for (const std::string path : {"a", "kz/parliament", "Policies/x.md", ".gitignore", ".github/a", "git",
                                 "...", "a b/\"c\"", "议会"}) {
    EXPECT_TRUE(IsGitPath(path)) << path;
  }
}

}  // namespace
}  // namespace muragat
