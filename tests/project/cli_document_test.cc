#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/project/run_program.h"
#include "tests/project/source_tree.h"

namespace muragat::project {
namespace {

using Options = std::set<std::string>;

// Every --option and -o in `text`.
Options OptionsIn(const std::string& text) {
  static const std::regex option("(?:^|[\\s,`|(\\[])(--[a-z][a-z-]*|-[A-Za-z])(?![A-Za-z-])");
  Options options;
  for (auto it = std::sregex_iterator(text.begin(), text.end(), option); it != std::sregex_iterator(); ++it) {
    options.insert((*it)[1]);
  }
  return options;
}

// The options that a help lists: on lines that begin with one, what stands before the description.
Options OptionsOfHelp(const std::string& help) {
  static const std::regex listed("^\\s{1,8}(-\\S.*?)(?:\\s{2,}.*|$)");
  Options options;
  for (const std::string& line : SplitLines(help)) {
    std::smatch match;
    if (std::regex_match(line, match, listed)) options.merge(OptionsIn(match[1]));
  }
  return options;
}

// The verbs that the program's own help lists.
std::set<std::string> VerbsOfHelp(const std::string& help) {
  static const std::regex listed("^\\s{1,8}([a-z-]+)(?:\\s{2,}.*|$)");
  std::set<std::string> verbs;
  bool inside = false;
  for (const std::string& line : SplitLines(help)) {
    std::smatch match;
    if (line.starts_with("Subcommands:") || line.starts_with("Verbs:")) {
      inside = true;
    } else if (inside && std::regex_match(line, match, listed)) {
      verbs.insert(match[1]);
    } else if (!line.empty() && line.front() != ' ') {
      inside = false;
    }
  }
  return verbs;
}

// The options in the tables of the manual, by the heading above them: "Global options", "import", "reform
// list" …
std::map<std::string, Options> OptionsOfManual(const std::string& manual) {
  static const std::regex heading("^#{2,3} `?([^`]*)`?$");
  static const std::regex row("^\\| (`-[^|]*) \\|.*");
  std::map<std::string, Options> options;
  std::string current;
  bool among_verbs = false;
  for (const std::string& line : SplitLines(manual)) {
    std::smatch match;
    if (std::regex_match(line, match, heading)) {
      current = match[1];
      if (line.starts_with("## ")) among_verbs = current == "Verbs";
      if (line.starts_with("### ") && among_verbs) options[current];
    } else if (std::regex_match(line, match, row)) {
      options[current].merge(OptionsIn(match[1]));
    }
  }
  return options;
}

Options WithoutHelp(Options options) {
  options.erase("-h");
  options.erase("--help");
  return options;
}

std::map<std::string, Options> Manual() { return OptionsOfManual(ReadSource("doc/cli.md")); }

constexpr const char* kGlobal = "Global options";

TEST(CliDocument, ListsTheGlobalOptionsOfTheProgram) {
  const Outcome help = WorkFolder().Run("muragat --help");
  ASSERT_EQ(help.exit_status, 0) << help.errors;
  EXPECT_EQ(WithoutHelp(Manual()[kGlobal]), WithoutHelp(OptionsOfHelp(help.output)));
}

TEST(CliDocument, ListsTheVerbsOfTheProgram) {
  const Outcome help = WorkFolder().Run("muragat --help");
  std::set<std::string> verbs;
  for (const auto& [heading, options] : Manual()) {
    if (heading != kGlobal) verbs.insert(heading.substr(0, heading.find(' ')));
  }
  EXPECT_GE(verbs.size(), 10u) << "the manual's verbs were not found";
  EXPECT_EQ(verbs, VerbsOfHelp(help.output)) << help.output;
}

TEST(CliDocument, ListsTheOptionsOfEachVerb) {
  const WorkFolder folder;
  std::map<std::string, Options> manual = Manual();
  ASSERT_GE(manual.size(), 10u) << "the manual's verbs were not found";
  manual.erase(kGlobal);
  for (const auto& [verb, options] : manual) {
    const Outcome help = folder.Run("muragat " + verb + " --help");
    EXPECT_EQ(help.exit_status, 0) << verb << "\n" << help.errors;
    EXPECT_EQ(WithoutHelp(options), WithoutHelp(OptionsOfHelp(help.output))) << verb << "\n" << help.output;
  }
}

TEST(CliDocument, EveryHelpHasAWorkedExampleAndExitCodes) {
  const WorkFolder folder;
  for (const auto& [verb, options] : Manual()) {
    if (verb == kGlobal) continue;
    const std::string help = folder.Run("muragat " + verb.substr(0, verb.find(' ')) + " --help").output;
    EXPECT_NE(help.find("Example"), std::string::npos) << verb << "\n" << help;
    EXPECT_NE(help.find("Exit"), std::string::npos) << verb << "\n" << help;
  }
}

TEST(CliDocument, OptionsAreReadFromAHelpAndFromATable) {
  EXPECT_EQ(
      OptionsOfHelp("Usage: muragat show [OPTIONS] ADDRESS\n\nOptions:\n  -h,--help                   Print\n"
                    "  --as-of D                   see --known-at\n  -o,--output PATH Excludes: --raw\n"),
      (Options{"-h", "--help", "--as-of", "-o", "--output", "--raw"}));
  EXPECT_EQ(
      OptionsOfManual("## Verbs\n### show\n| option | what |\n|---|---|\n| `--as-of D` | not `--raw` |\n"
                      "| `-o`, `--output PATH` | where |\n### stats\n## Exit status\n| `-x` | no |\n"),
      (std::map<std::string, Options>{
          {"show", {"--as-of", "-o", "--output"}}, {"stats", {}}, {"Exit status", {"-x"}}}));
}

}  // namespace
}  // namespace muragat::project
