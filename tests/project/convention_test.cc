#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/project/source_tree.h"

namespace muragat::project {
namespace {

// A pattern that no line of some sources may match.
struct Ban {
  std::string pattern;  // ECMAScript, searched in a line without its strings and comments
  std::string why;
};

// A line without its // comment and with its string literals emptied: what is left is code.
std::string CodeOf(const std::string& line) {
  static const std::regex literal("\"(?:[^\"\\\\]|\\\\.)*\"");
  static const std::regex comment("//.*");
  return std::regex_replace(std::regex_replace(line, literal, "\"\""), comment, "");
}

std::vector<Finding> FindBanned(const std::vector<SourceFile>& files, const std::vector<Ban>& bans) {
  std::vector<Finding> findings;
  for (const Ban& ban : bans) {
    const std::regex pattern(ban.pattern);
    for (const SourceFile& file : files) {
      const std::vector<std::string> lines = SplitLines(file.text);
      for (size_t i = 0; i < lines.size(); ++i) {
        if (std::regex_search(CodeOf(lines[i]), pattern)) findings.push_back({file.path, i + 1, ban.why});
      }
    }
  }
  return findings;
}

std::vector<SourceFile> LibrarySources() { return ReadSources({"src", "import"}, {".h", ".cc"}); }

// The clock that is given to the library is made in these files.
bool MakesTheClock(const SourceFile& file) { return file.path.starts_with("src/muragat/base/clock."); }

const std::vector<Ban>& LibraryBans() {
  static const std::vector<Ban> bans = {
      {"std::(cout|cerr|clog|cin)\\b|\\bf?printf\\s*\\(|\\bputs\\s*\\(", "the library never prints"},
      {"\\b(secure_)?getenv\\s*\\(", "the library never reads the environment"},
      {"\\b(std::)?(exit|quick_exit|abort|terminate)\\s*\\(", "the library never exits"},
      {"\\bthrow\\b", "the library throws nothing"},
      {"\\bassert\\s*\\(", "bytes that make no sense are an error, not an assertion"},
      {"using namespace", "names are written out"},
  };
  return bans;
}

const std::vector<Ban>& ClockBans() {
  static const std::vector<Ban> bans = {
      {"system_clock::now|\\b(std::)?time\\s*\\(\\s*(0|nullptr|NULL)|gettimeofday|clock_gettime",
       "the library never asks the clock"}};
  return bans;
}

const std::vector<Ban>& TestBans() {
  static const std::vector<Ban> bans = {
      {"sleep_for|sleep_until|\\bu?sleep\\s*\\(", "no test sleeps"},
      {"steady_clock::now|high_resolution_clock", "no test times itself"},
  };
  return bans;
}

TEST(Conventions, NoSourceIsLongerThanFourHundredLines) {
  std::vector<Finding> findings;
  for (const SourceFile& file : ReadSources({"src", "import", "tools", "tests", "bench", "scripts", "cmake"},
                                            {".h", ".cc", ".sh", ".py", ".cmake", "CMakeLists.txt"})) {
    const size_t lines = SplitLines(file.text).size();
    if (lines > 400) findings.push_back({file.path, lines, "longer than 400 lines"});
  }
  EXPECT_TRUE(findings.empty()) << Describe(findings);
}

TEST(Conventions, TheTopCMakeListsIsUnderSixtyLines) {
  const size_t lines = SplitLines(ReadSource("CMakeLists.txt")).size();
  EXPECT_GT(lines, 0u);
  EXPECT_LT(lines, 60u);
}

TEST(Conventions, HalfOfTheSourcesHaveAtMostAHundredAndTwentyLines) {
  std::vector<size_t> lines;
  for (const SourceFile& file : ReadProgramSources()) lines.push_back(SplitLines(file.text).size());
  ASSERT_FALSE(lines.empty());
  std::sort(lines.begin(), lines.end());
  EXPECT_LE(lines[lines.size() / 2], 120u);
}

TEST(Conventions, EveryHeaderBeginsWithPragmaOnce) {
  std::vector<Finding> findings;
  for (const SourceFile& file : ReadSources({"src", "import", "tools", "tests", "bench"}, {".h"})) {
    if (!file.text.starts_with("#pragma once\n"))
      findings.push_back({file.path, 1, "no #pragma once on the first line"});
  }
  EXPECT_TRUE(findings.empty()) << Describe(findings);
}

TEST(Conventions, EveryFileIsNamedInSnakeCase) {
  static const std::regex snake("(.*/)?([a-z][a-z0-9_]*\\.(h|cc|py)|__init__\\.py)");
  std::vector<Finding> findings;
  for (const SourceFile& file :
       ReadSources({"src", "import", "tools", "tests", "bench"}, {".h", ".cc", ".cpp", ".hpp", ".py"})) {
    if (!std::regex_match(file.path, snake)) findings.push_back({file.path, 1, "not in snake_case"});
  }
  EXPECT_TRUE(findings.empty()) << Describe(findings);
}

TEST(Conventions, TheLibraryIsGivenStreamsAndAClock) {
  EXPECT_EQ(Describe(FindBanned(LibrarySources(), LibraryBans())), "");
  std::vector<SourceFile> files = LibrarySources();
  std::erase_if(files, MakesTheClock);
  EXPECT_EQ(Describe(FindBanned(files, ClockBans())), "");
}

TEST(Conventions, NoTestSleepsOrTimesItself) {
  EXPECT_EQ(Describe(FindBanned(ReadSources({"tests"}, {".h", ".cc"}), TestBans())), "");
}

TEST(Conventions, ABannedLineIsFoundInCodeAndNotInCommentsOrStrings) {
  const std::vector<SourceFile> planted = {
      {"src/a.cc",
       "// std::cout\nstd::cout << 1;\nf(\"throw getenv(\");\nthrow 1;\nauto now = system_clock::now();\n"}};
  EXPECT_EQ(Describe(FindBanned(planted, LibraryBans())),
            "src/a.cc:2: the library never prints\nsrc/a.cc:4: the library throws nothing\n");
  EXPECT_EQ(Describe(FindBanned(planted, ClockBans())), "src/a.cc:5: the library never asks the clock\n");
}

}  // namespace
}  // namespace muragat::project
