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

}  // namespace
}  // namespace muragat::tools
