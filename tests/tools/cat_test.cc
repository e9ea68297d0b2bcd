#include "tools/cat.h"

#include <csignal>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

std::string Answered(std::string_view text) {
  return std::to_string(text.size()) + "\n" + std::string(text) + "\n";
}

TEST(CatBatch, AnswersInOrderWithLengths) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"cat", "--batch"},
                                    "kz/parliament\t1995-08-30\n"
                                    "kz/parliament\t1990\n"
                                    "no such document\t2000\n"
                                    "kz/parliament-zh\t2000-01-01\n"
                                    "kz/parliament#50\t1996\n"
                                    "kz/parliament-ru#СЕНАТ\t1996\n"
                                    "kz/parliament#99\t1996\n"
                                    "kz/parliament\t1998-10-07\n");
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, Answered(kEnglish1995) + "missing\nmissing\n" + Answered(kChinese) +
                             Answered("## Article 50. Majilis\n\nThe Majilis has 67 deputies.\n\n") +
                             Answered("## Статья 51. Сенат\n\nСенаторы избираются.\n") + "missing\n" +
                             Answered(kEnglish1998));
}

TEST(CatBatch, TakesAThirdColumnForWhatWasKnown) {
  const Workbench bench;
  bench.Import("d", "2001", "first");
  bench.Import("d", "2001", "second");
  EXPECT_EQ(bench.Run({"cat", "--batch"}, "d\t2001\t1\nd\t2001\t2\nd\t2001\nd\t2001\t0\nd\t2001\t9\nd\n").out,
            "5\nfirst\n6\nsecond\n6\nsecond\nmissing\nmissing\n6\nsecond\n");
  EXPECT_EQ(bench.Run({"cat", "--batch"}, "d\t2001\t2023\nd\t2001\t2024-01-15\n").out,
            "missing\n6\nsecond\n");
}

TEST(CatBatch, AnswersALastLineWithoutItsEnd) {
  const Workbench bench;
  bench.Import("d", "2001", "text");
  EXPECT_EQ(bench.Run({"cat", "--batch"}, "d\t2001").out, "4\ntext\n");
  EXPECT_EQ(bench.Run({"cat", "--batch"}, "").out, "");
}

TEST(CatBatch, AQuestionThatMakesNoSenseIsMissing) {
  const Workbench bench;
  bench.Import("d", "2001", "# Court A\n# Court B\n");
  EXPECT_EQ(
      bench.Run({"cat", "--batch"}, "\nd\t2022-02-31\nd#court\t2001\nd\t2001\tnever\n#\t\nd#\t2001\n").out,
      "missing\nmissing\nmissing\nmissing\nmissing\nmissing\n");
}

TEST(CatBatch, TellsAnEmptyTextFromAMissingOne) {
  const Workbench bench;
  bench.Import("d", "2001", "");
  ASSERT_EQ(bench.Run({"remove", "d", "--date", "2002", "--reform", "R"}).code, 0);
  EXPECT_EQ(bench.Run({"cat", "--batch"}, "d\t2000\nd\t2001\nd\t2002\n").out, "missing\n0\n\nmissing\n");
}

TEST(CatBatch, AnswersManyAtOnceInTheOrderOfTheQuestions) {
  const Workbench bench;
  ImportSample(bench);
  const std::string part = "## Article 50. Majilis\n\nThe Majilis has 67 deputies.\n\n";
  std::string asked, answers;
  for (int i = 0; i < 700; ++i) {
    asked +=
        "kz/parliament-zh\t2000-01-01\nkz/parliament\t1998-10-07\nno such document\t2000\nkz/parliament\t" +
        std::to_string(1996 + i % 2) + "\nkz/parliament#50\t1996\n";
    answers +=
        Answered(kChinese) + Answered(kEnglish1998) + "missing\n" + Answered(kEnglish1995) + Answered(part);
  }
  EXPECT_EQ(bench.Run({"cat", "--batch"}, asked).out, answers);
}

TEST(CatBatch, AnswersWhatCameBeforeALineThatIsTooLong) {
  const Workbench bench;
  bench.Import("d", "2001", "text");
  const Outcome outcome = bench.Run({"cat", "--batch"}, "d\t2001\nd\t2001\n" + std::string(200'000, 'x'));
  EXPECT_EQ(outcome.out, "4\ntext\n4\ntext\n");
  EXPECT_EQ(outcome.code, 2);
}

TEST(CatBatch, AnswersEachQuestionBeforeItWaitsForTheNext) {
  const Workbench bench;
  ImportSample(bench);
  Child child(ProgramWords(bench, {"cat", "--batch"}));
  for (const std::string_view text : {kKazakh, kKazakh, kKazakh}) {
    ASSERT_TRUE(child.Write("kz/parliament-kk\t2000\n"));
    ASSERT_EQ(child.ReadLine(), std::to_string(text.size()));
    ASSERT_EQ(child.ReadBytes(text.size() + 1), std::string(text) + "\n");
    ASSERT_TRUE(child.Write("kz/parliament-kk\t1"));  // a question in two pieces
    ASSERT_TRUE(child.Write("990\n"));
    ASSERT_EQ(child.ReadLine(), "missing");
  }
  const Outcome end = child.Wait();
  EXPECT_EQ(end.code, 0);
  EXPECT_EQ(end.out, "");
}

TEST(CatBatch, EndsWhenItIsInterruptedWhileItWaits) {
  const Workbench bench;
  bench.Import("d", "2001", "text");
  Child child(ProgramWords(bench, {"cat", "--batch"}));
  ASSERT_TRUE(child.Write("d\t2001\n"));
  ASSERT_EQ(child.ReadLine(), "4");
  child.Signal(SIGINT);
  EXPECT_TRUE(WaitUntil([&] { return !child.Running(); }));
  EXPECT_EQ(child.Wait().code, 130);
}

TEST(CatBatch, NeedsBatch) {
  const Workbench bench;
  bench.Import("d", "2001", "text");
  EXPECT_EQ(bench.Run({"cat"}).code, 2);
}

}  // namespace
}  // namespace muragat::tools
