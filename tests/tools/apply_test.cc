#include "tools/apply.h"

#include <gtest/gtest.h>

#include "tests/tools/workbench.h"

namespace muragat::tools {
namespace {

constexpr const char* kOld =
    "# Law\n\n## 1. A\n\nOne of them.\n\n## 2. B\n\nTwo of them, “as ever”.\n\n## 3. C\n\nThree.\n";
constexpr const char* kNew =
    "# Law\n\n## 1. C\n\nThree.\n\n## 2. A\n\nOne of those.\n\n## 3. Ә\n\nЖаңа бап.\n";

TEST(Apply, GivesEachTextFromTheOtherByteForByte) {
  const Workbench bench;
  bench.Import("law", "2001", kOld);
  bench.Import("law", "2002", kNew);
  const std::string diff = bench.Write("d", bench.Run({"diff", "law", "2001", "2002", "--json"}).out);
  const std::string older = bench.Write("old.md", kOld), newer = bench.Write("new.md", kNew);
  EXPECT_EQ(bench.Run({"apply", diff, older}).out, kNew);
  EXPECT_EQ(bench.Run({"apply", "-R", diff, newer}).out, kOld);
  EXPECT_EQ(bench.Run({"apply", diff, "law", "--as-of", "2001"}).out, kNew);
  EXPECT_EQ(bench.Run({"apply", diff, "-R", "law"}).out, kOld);
  bench.Run({"apply", diff, older, "-o", bench.Path("made.md")});
  EXPECT_EQ(bench.Read("made.md"), kNew);
}

TEST(Apply, OnATextThatDoesNotFitSaysNo) {
  const Workbench bench;
  bench.Import("law", "2001", kOld);
  bench.Import("law", "2002", kNew);
  const std::string diff = bench.Write("d", bench.Run({"diff", "law", "2001", "2002", "--json"}).out);
  const Outcome outcome = bench.Run({"apply", diff, "law"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("the change does not fit: law:"), std::string::npos) << outcome.err;
  EXPECT_EQ(bench.Run({"apply", bench.Write("x", "no diff\n"), "law"}).code, 2);
  EXPECT_EQ(bench.Run({"apply", diff, "nothing"}).code, 3);
}

TEST(Apply, CarriesOutInstructions) {
  const Workbench bench;
  bench.Import("law", "2001", kOld);
  bench.Import("law", "2002", kNew);
  const std::string sheet =
      bench.Write("i", bench.Run({"diff", "law", "2001", "2002", "--instructions"}).out);
  const std::string older = bench.Write("old.md", kOld);
  EXPECT_EQ(bench.Run({"apply", sheet, older}).out, kNew);
  EXPECT_EQ(bench.Run({"apply", sheet, "law", "--as-of", "2001"}).out, kNew);
  EXPECT_EQ(bench.Run({"apply", "-", older}, bench.Read("i")).out, kNew);
  EXPECT_EQ(bench.Run({"apply", sheet, "-R", "law"}).code, 2);
  const Outcome outcome = bench.Run({"apply", sheet, "law"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("the change does not fit: law: it is not the text"), std::string::npos)
      << outcome.err;
  std::string mangled = bench.Read("i");
  mangled.replace(mangled.find("\n1. "), 4, "\n1. Perhaps ");
  const Outcome unread = bench.Run({"apply", bench.Write("m", mangled), older});
  EXPECT_EQ(unread.code, 2);
  EXPECT_NE(unread.err.find("is no instruction that can be read"), std::string::npos) << unread.err;
}

TEST(Apply, CarriesOutTheInstructionsOfOneSection) {
  const Workbench bench;
  bench.Import("law", "2001", kOld);
  bench.Import("law", "2002", kNew);
  const auto carried_out = [&](const std::string& section) {
    const std::string sheet =
        bench.Write("i", bench.Run({"diff", "law#" + section, "2001", "2002", "--instructions"}).out);
    return bench.Run({"apply", sheet, bench.Write("old.md", kOld)}).out;
  };
  EXPECT_EQ(carried_out("s2"),
            "# Law\n\n## 2. A\n\nOne of those.\n\n## 2. B\n\nTwo of them, “as ever”.\n\n## 3. C\n\nThree.\n");
  EXPECT_EQ(carried_out("s3"), "# Law\n\n## 1. A\n\nOne of them.\n\n## 3. C\n\nThree.\n") << "it went";
  const std::string sheet =
      bench.Write("i", bench.Run({"diff", "law#s2", "2001", "2002", "--instructions"}).out);
  EXPECT_EQ(bench.Run({"apply", sheet, "law#s2", "--as-of", "2001"}).out, "## 2. A\n\nOne of those.\n\n");
}

TEST(Apply, GivesATextThatCameOrWentAsAWhole) {
  const Workbench bench;
  bench.Import("law", "2001", kOld);
  ASSERT_EQ(bench.Run({"remove", "law", "--date", "2003", "--reform", "R"}).code, 0);
  const std::string come = bench.Write("i", bench.Run({"diff", "law", "2000", "2001", "--instructions"}).out);
  EXPECT_EQ(bench.Run({"apply", come, bench.Write("empty", "")}).out, kOld);
  const std::string gone = bench.Write("j", bench.Run({"diff", "law", "2001", "2003", "--instructions"}).out);
  const Outcome outcome = bench.Run({"apply", gone, bench.Write("old.md", kOld)});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
}

TEST(DiffCommand, IgnoresWhatItIsToldInEveryForm) {
  const Workbench bench;
  bench.Import("law", "2001", "# A\n\nWithin 30 days of “notice”.\n\n# B\n\nOne.\n");
  bench.Import("law", "2002", "# A\n\nWithin 45 days of \"notice\".\n\n# B\n\nTwo.\n");
  const auto lines = [&](const Words& options) {
    Words words = {"diff", "law", "2001", "2002"};
    words.insert(words.end(), options.begin(), options.end());
    return Lines(bench.Run(words).out);
  };
  EXPECT_EQ(lines({"--json"}).size(), 2u);
  EXPECT_EQ(lines({"--json", "--ignore", "numbers,typography"}).size(), 1u);
  EXPECT_EQ(lines({"--stat", "--ignore", "numbers,typography"}).back(), "1 sections, +1 −1 words");
  EXPECT_EQ(
      bench.Run({"diff", "law#A", "2001", "2002", "--ignore", "numbers,typography", "--exit-code"}).code, 0);
  EXPECT_EQ(bench.Run({"diff", "law#A", "2001", "2002", "--ignore", "numbers", "--exit-code"}).code, 1);
  EXPECT_EQ(bench.Run({"diff", "law", "2001", "2002", "--ignore", "colour"}).code, 2);
  EXPECT_NE(bench.Run({"diff", "law", "2001", "2002", "--side-by-side"}).out.find(" │ "), std::string::npos);
  EXPECT_TRUE(lines({"--patch"})[0].starts_with("--- a/law#s1"));
}

TEST(Apply, ReplacesNoFileUnlessForced) {
  const Workbench bench;
  bench.Import("law", "2001", "# Act\n\nOne word.\n");
  bench.Import("law", "2002", "# Act\n\nTwo words.\n");
  const std::string change =
      bench.Write("change.jsonl", bench.Run({"diff", "law", "2001", "2002", "--json"}).out);
  const std::string there = bench.Write("there.md", "mine");
  const Words words = {"apply", change, "law", "--as-of", "2001", "-o", there};
  EXPECT_EQ(bench.Run(words).code, 2);
  EXPECT_EQ(bench.Read("there.md"), "mine");
  Words forced = words;
  forced.push_back("--force");
  Words dry = forced;
  dry.push_back("--dry-run");
  EXPECT_EQ(bench.Run(dry).code, 0);
  EXPECT_EQ(bench.Read("there.md"), "mine");
  EXPECT_EQ(bench.Run(forced).code, 0);
  EXPECT_EQ(bench.Read("there.md"), "# Act\n\nTwo words.\n");
}

}  // namespace
}  // namespace muragat::tools
