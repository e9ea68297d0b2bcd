#include "tools/search.h"

#include <gtest/gtest.h>

#include "tests/tools/json_line.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Search, IsTwoLinesAHit) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"search", "deputies"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out,
            "kz/parliament#s2\t1995-08-30\tnow\tArticle 50. Majilis\n"
            "    The Majilis has 77 deputies.\n");
  EXPECT_EQ(outcome.err, "1 section on 2024-01-15\n");
}

TEST(Search, SaysWhereThereIsNothingTodayWhatThereWas) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"search", "67 title:majilis"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out,
            "kz/parliament#s2\t1995-08-30\t1998-10-07\tArticle 50. Majilis\n"
            "    The Majilis has 67 deputies.\n");
  EXPECT_EQ(outcome.err, "none on 2024-01-15, but 1 section at other times\n");
  EXPECT_EQ(Lines(bench.Run({"search", "67 title:majilis", "--json"}).out).back(),
            "{\"hits\":0,\"shown\":1,\"as_of\":\"2024-01-15\",\"at_other_times\":1}");
}

TEST(Search, ThatFindsNothingAtAnyTimeIsAnAnswerOfNo) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"search", "quota"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "\"quota\" was never there\n");
}

TEST(Search, HasTheDocumentedFields) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"search", "deputy", "--as-of", "1996", "--json"}).out,
            "{\"address\":\"kz/parliament#s2\",\"document\":\"kz/parliament\",\"section\":\"s2\","
            "\"title\":\"Article 50. Majilis\",\"snippet\":\"The Majilis has 67 deputies.\","
            "\"found\":[\"deputies\"],\"from\":\"1995-08-30\",\"to\":null,\"holds\":true,"
            "\"reform_in\":\"Constitution of 1995\",\"reform_in_id\":\"1995-08-30/constitution-of-1995\","
            "\"reform_out\":null,\"reform_out_id\":null,\"score\":0.69}\n"
            "{\"hits\":1,\"shown\":1,\"as_of\":\"1996\",\"at_other_times\":0}\n");
}

TEST(Search, FindsFormsOfWordsInEachLanguage) {
  const Workbench bench;
  ImportSample(bench);
  const auto address = [&](const char* question) {
    const Outcome outcome = bench.Run({"search", question});
    return outcome.out.substr(0, outcome.out.find('\t'));
  };
  EXPECT_EQ(address("elected OR deputy"), "kz/parliament#s2");
  EXPECT_EQ(address("сенатор избирать"), "kz/parliament-ru#s3");
  EXPECT_EQ(address("сайлан"), "kz/parliament-kk#s3");
  EXPECT_EQ(address("议员"), "kz/parliament-zh#s2");
  EXPECT_EQ(bench.Run({"search", "deputy", "--exact"}).code, 1);
}

TEST(Search, ShowsAsManyAsAreAskedFor) {
  const Workbench bench;
  for (int i = 0; i < 12; ++i) bench.Import("d" + std::to_string(i), "2001", "# A\n\nThe quota.\n");
  EXPECT_EQ(Lines(bench.Run({"search", "quota"}).out).size(), 20u);
  EXPECT_EQ(bench.Run({"search", "quota"}).err,
            "12 sections on 2024-01-15: the best 10 are shown, -n 0 shows all\n");
  EXPECT_EQ(Lines(bench.Run({"search", "quota", "-n", "0"}).out).size(), 24u);
  EXPECT_EQ(Lines(bench.Run({"search", "quota", "--document", "d1?"}).out).size(), 4u);
}

TEST(Search, NeverWritesAControlCharacterOfAText) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\x1b[2J\n\nThe \x1b[31mquota.\n");
  EXPECT_EQ(bench.Run({"search", "quota"}).out.find('\x1b'), std::string::npos);
  EXPECT_EQ(bench.Run({"search", "31mquota", "--color", "always"}).out,
            "a#s1\t2001\tnow\tA␛[2J\n    The [\x1b[1m31mquota\x1b[0m.\n");
}

TEST(Search, ThatIsNotUnderstoodIsAMistake) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"search", "quota AND"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err,
            "muragat: the question is not understood: something to look for is missing at the end: see "
            "muragat search --help\n");
}

}  // namespace
}  // namespace muragat::tools
