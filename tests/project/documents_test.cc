#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/project/run_program.h"
#include "tests/project/source_tree.h"

namespace muragat::project {
namespace {

// A fenced block of a document.
struct Block {
  size_t line = 0;       // of its opening fence, 1 …
  std::string language;  // "sh", "text" …
  std::string text;      // with a line feed behind each line
  size_t gap_lines = 0;  // lines that are not blank between the block before and this one
};

std::vector<Block> FencedBlocks(const std::string& document) {
  std::vector<Block> blocks;
  bool inside = false;
  size_t gap_lines = 0;
  const std::vector<std::string> lines = SplitLines(document);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].starts_with("```")) {
      if (!inside) blocks.push_back({i + 1, lines[i].substr(3), "", gap_lines});
      inside = !inside;
      gap_lines = 0;
    } else if (inside) {
      blocks.back().text += lines[i] + "\n";
    } else if (!lines[i].empty()) {
      ++gap_lines;
    }
  }
  return blocks;
}

// Whether a block holds commands of the program, not of the checkout's scripts.
bool CallsTheProgram(const Block& block) {
  return block.language == "sh" && ("\n" + block.text).find("\nmuragat ") != std::string::npos;
}

// Runs the document's blocks that call the program, in order and in one folder; where a block `text` follows
// at once, it must be what they printed. Returns how many blocks ran.
size_t RunBlocks(const SourceFile& document) {
  const WorkFolder folder;
  const std::vector<Block> blocks = FencedBlocks(document.text);
  size_t ran = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (!CallsTheProgram(blocks[i])) continue;
    ++ran;
    const Outcome outcome = folder.Run(blocks[i].text);
    const std::string where = document.path + ":" + std::to_string(blocks[i].line);
    EXPECT_EQ(outcome.exit_status, 0) << where << "\n" << blocks[i].text << outcome.output << outcome.errors;
    if (i + 1 < blocks.size() && blocks[i + 1].language == "text" && blocks[i + 1].gap_lines == 0) {
      EXPECT_EQ(outcome.output, blocks[i + 1].text) << where << "\n" << outcome.errors;
    }
  }
  return ran;
}

// The paths below the checkout that a line names. A pattern such as scripts/*.sh counts as its folder.
std::vector<std::string> PathsOf(const std::string& line) {
  static const std::regex path(
      "(?:^|[\\s`(\"'])((?:src|import|tools|tests|bench|doc|examples|scripts|cmake|\\.ci)/[A-Za-z0-9_./*-]*|"
      "(?:README\\.md|CMakeLists\\.txt|CMakePresets\\.json|\\.clang-tidy|\\.clang-format))");
  std::vector<std::string> paths;
  for (auto it = std::sregex_iterator(line.begin(), line.end(), path); it != std::sregex_iterator(); ++it) {
    std::string found = (*it)[1];
    const size_t star = found.find('*');
    if (star != std::string::npos) found = found.substr(0, found.rfind('/', star));
    while (found.ends_with('.') || found.ends_with('/')) found.pop_back();
    paths.push_back(found);
  }
  return paths;
}

// The targets of a line's Markdown links and pictures that lie in the checkout, as they are written.
std::vector<std::string> LinksOf(const std::string& line) {
  static const std::regex link("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  std::vector<std::string> targets;
  for (auto it = std::sregex_iterator(line.begin(), line.end(), link); it != std::sregex_iterator(); ++it) {
    const std::string target = (*it)[1];
    if (target.find("://") == std::string::npos) targets.push_back(target);
  }
  return targets;
}

std::vector<Finding> FindDeadPaths(const SourceFile& document) {
  std::vector<Finding> findings;
  const std::vector<std::string> lines = SplitLines(document.text);
  const std::filesystem::path folder = std::filesystem::path(document.path).parent_path();
  for (size_t i = 0; i < lines.size(); ++i) {
    for (const std::string& target : LinksOf(lines[i])) {
      const std::string path = (folder / target).lexically_normal().generic_string();
      if (!SourceExists(path))
        findings.push_back({document.path, i + 1, "links to " + path + ", which is not there"});
    }
    for (const std::string& path : PathsOf(std::regex_replace(lines[i], std::regex("\\]\\([^)]*\\)"), "]"))) {
      if (!SourceExists(path))
        findings.push_back({document.path, i + 1, "names " + path + ", which is not there"});
    }
  }
  return findings;
}

TEST(Documents, EveryPathTheyNameExists) {
  const std::vector<SourceFile> documents = ReadDocuments();
  ASSERT_GE(documents.size(), 4u) << "the documents were not found";
  std::vector<Finding> findings;
  for (const SourceFile& document : documents) {
    for (Finding& finding : FindDeadPaths(document)) findings.push_back(std::move(finding));
  }
  EXPECT_TRUE(findings.empty()) << Describe(findings);
}

TEST(Documents, ADeadPathIsFound) {
  const SourceFile planted{
      "doc/page.md",
      "See `src/muragat/no_such.h`, [here](none.md#part) and [there](https://example.org/a).\n"
      "Run scripts/setup.sh, then look at `tests/*/none.cc`.\n"};
  EXPECT_EQ(Describe(FindDeadPaths(planted)),
            "doc/page.md:1: links to doc/none.md, which is not there\n"
            "doc/page.md:1: names src/muragat/no_such.h, which is not there\n");
}

TEST(Documents, EveryLineOfTheReadmesTourRuns) {
  const SourceFile readme{"README.md", ReadSource("README.md")};
  EXPECT_GE(RunBlocks(readme), 5u) << "the tour was not found";
}

TEST(Documents, EveryCommandOfTheManualRuns) {
  size_t ran = 0;
  for (const SourceFile& document : ReadDocuments()) {
    if (document.path != "README.md") ran += RunBlocks(document);
  }
  EXPECT_GE(ran, 1u);
}

TEST(Documents, ABlockIsTakenWithItsLanguageAndTheGapBeforeIt) {
  const std::vector<Block> blocks =
      FencedBlocks("a\n```sh\nmuragat init\n```\n\n```text\nx\ny\n```\nb\n```text\n```\n");
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_TRUE(CallsTheProgram(blocks[0]));
  EXPECT_EQ(blocks[1].language, "text");
  EXPECT_EQ(blocks[1].text, "x\ny\n");
  EXPECT_EQ(blocks[1].gap_lines, 0u);
  EXPECT_EQ(blocks[2].gap_lines, 1u);
}

}  // namespace
}  // namespace muragat::project
