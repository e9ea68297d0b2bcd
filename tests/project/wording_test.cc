#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/project/source_tree.h"

namespace muragat::project {
namespace {

// A wording that no line may hold. The patterns are put together so that this file does not hold them itself.
struct Wording {
  std::string pattern;  // ECMAScript, searched in the whole line
  std::string why;
};

std::vector<Finding> FindWordings(const std::vector<SourceFile>& files,
                                  const std::vector<Wording>& wordings) {
  std::vector<Finding> findings;
  for (const Wording& wording : wordings) {
    const std::regex pattern(wording.pattern);
    for (const SourceFile& file : files) {
      const std::vector<std::string> lines = SplitLines(file.text);
      for (size_t i = 0; i < lines.size(); ++i) {
        if (std::regex_search(lines[i], pattern)) findings.push_back({file.path, i + 1, wording.why});
      }
    }
  }
  return findings;
}

const std::vector<std::string>& TextEndings() {
  static const std::vector<std::string> endings = {".h",     ".cc",   ".md",         ".txt",  ".sh",
                                                   ".cmake", ".json", ".css",        ".html", ".mustache",
                                                   ".tsv",   "/run",  ".clang-tidy", ".py"};
  return endings;
}

std::vector<SourceFile> EverythingWritten() {
  return ReadSources({"src", "import", "tools", "tests", "bench", "scripts", "cmake", ".ci", "doc",
                      "README.md", "CMakeLists.txt", "CMakePresets.json", ".clang-tidy", "examples"},
                     TextEndings());
}

const std::vector<Wording>& Unfinished() {
  static const std::vector<Wording> wordings = {
      {std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b", "says that it is unfinished"},
      {std::string("<<<<") + "<<< |>>>>" + ">>> ", "a conflict that nobody resolved"},
  };
  return wordings;
}

// Three braces, or an ampersand after two: mustache would put the value in without escaping it.
const std::vector<Wording>& Unescaped() {
  static const std::vector<Wording> wordings = {
      {std::string("\\{\\{") + "\\{", "a template value that is not escaped"},
      {std::string("\\{\\{\\s*") + "&", "a template value that is not escaped"},
  };
  return wordings;
}

TEST(Wording, NothingIsLeftForLater) {
  EXPECT_EQ(Describe(FindWordings(EverythingWritten(), Unfinished())), "");
}

TEST(Wording, NoTemplateLeavesAValueUnescaped) {
  EXPECT_EQ(Describe(FindWordings(ReadSources({"src", "import", "tools"}, {".mustache"}), Unescaped())), "");
}

TEST(Wording, NothingNamesAPlaceThatOnlyOneMachineHas) {
  const std::vector<Wording> places = {{std::string("/wo") + "rk/", "a path of one machine"},
                                       {std::string("/ho") + "me/[a-z]", "a path of one machine"},
                                       {std::string("/ro") + "ot/", "a path of one machine"}};
  EXPECT_EQ(Describe(FindWordings(EverythingWritten(), places)), "");
}

TEST(Wording, APlantedWordingIsFound) {
  const std::vector<SourceFile> planted = {
      {"src/page.cc", std::string("// TO") + "DO: later\nx = \"{{" + "{body}}}\";\n"}};
  EXPECT_EQ(Describe(FindWordings(planted, Unfinished())), "src/page.cc:1: says that it is unfinished\n");
  EXPECT_EQ(Describe(FindWordings(planted, Unescaped())),
            "src/page.cc:2: a template value that is not escaped\n");
}

}  // namespace
}  // namespace muragat::project
