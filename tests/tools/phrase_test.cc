#include "tools/phrase.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

TEST(Phrase, IsAnIntervalALine) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"phrase", "67 Deputies"}).out,
            "kz/parliament#s2\t1995-08-30\t1998-10-07\tConstitution of 1995\tAmendments of 1998\t"
            "Article 50. Majilis\n");
  EXPECT_EQ(bench.Run({"phrase", "has 77 deputies"}).out,
            "kz/parliament#s2\t1998-10-07\tnow\tAmendments of 1998\t\tArticle 50. Majilis\n");
}

TEST(Phrase, HasTheDocumentedFields) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"phrase", "67 deputies", "--json"}).out,
            "{\"address\":\"kz/parliament#s2\",\"document\":\"kz/"
            "parliament\",\"section\":\"s2\",\"from\":\"1995-08-30\",\"to\":\"1998-10-07\","
            "\"reform_in\":\"Constitution of 1995\",\"reform_in_id\":\"1995-08-30/constitution-of-1995\","
            "\"reform_out\":\"Amendments of 1998\",\"reform_out_id\":\"1998-10-07/amendments-of-1998\","
            "\"title\":\"Article 50. Majilis\"}\n");
}

TEST(Phrase, ThatWasNeverThereIsAnAnswerOfNo) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"phrase", "deputies 67"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(bench.Run({"phrase", "..."}).code, 2);
}

TEST(Phrase, CanBeAskedOfSomeDocumentsAndAsKnownBefore) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(Lines(bench.Run({"phrase", "67"}).out).size(), 4u);
  EXPECT_EQ(bench.Run({"phrase", "67", "--document", "*-zh"}).out,
            "kz/parliament-zh#s2\t1995-08-30\tnow\tConstitution of 1995\t\t第五十条 下院\n");
  EXPECT_EQ(bench.Run({"phrase", "67", "--known-at", "1"}).out,
            "kz/parliament#s2\t1995-08-30\tnow\tConstitution of 1995\t\tArticle 50. Majilis\n");
}

TEST(Phrase, ShowsTheFirstOrTheLastIntervalAlone) {
  const Workbench bench;
  for (const char* year : {"2001", "2003", "2005"})
    bench.Import("a", year, std::string("# A\n\nIn ") + (year[3] == '3' ? "no" : "the") + " quota.\n");
  EXPECT_EQ(Lines(bench.Run({"phrase", "the quota"}).out).size(), 2u);
  EXPECT_EQ(bench.Run({"phrase", "the quota", "--first"}).out, "a#s1\t2001\t2003\t\t\tA\n");
  EXPECT_EQ(bench.Run({"phrase", "the quota", "--last"}).out, "a#s1\t2005\tnow\t\t\tA\n");
  EXPECT_EQ(bench.Run({"phrase", "the quota", "--first", "--last"}).code, 2);
}

TEST(Phrase, OfBytesIsMatchedByteForByte) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"phrase", "jilis has 67 dep", "--substring"}).code, 0);
  EXPECT_EQ(bench.Run({"phrase", "JILIS has 67 dep", "--substring"}).code, 1);
}

TEST(Phrase, IsCountedByYearMonthOrDocument) {
  const Workbench bench;
  bench.Import("a", "2020-03-05", "# A\n\nThe quota.\n\n# B\n\nA quota.\n");
  bench.Import("a", "2022-01-01", "# A\n\nThe quota, \"so\".\n\n# B\n\nNo.\n");
  EXPECT_EQ(bench.Run({"phrase", "quota", "--count-by", "year"}).out,
            "2020\t2\n2021\t2\n2022\t1\n2023\t1\n2024\t1\n");
  EXPECT_EQ(Lines(bench.Run({"phrase", "quota", "--count-by", "month"}).out).front(), "2020-03\t2");
  EXPECT_EQ(bench.Run({"phrase", "quota", "no", "--count-by", "document"}).out, "a\t2\t1\n");
  EXPECT_EQ(bench.Run({"phrase", "quota", "\"so\", \"x\"", "--count-by", "year", "--csv"}).out.substr(0, 26),
            "year,quota,\"\"\"so\"\", \"\"x\"\"\"");
  EXPECT_EQ(Lines(bench.Run({"phrase", "quota", "--count-by", "year", "--json"}).out).front(),
            "{\"year\":\"2020\",\"phrase\":\"quota\",\"sections\":2}");
  EXPECT_EQ(bench.Run({"phrase", "quota", "no", "--csv"}).out,
            "phrase,address,from,to,reform_in,reform_out,title\r\n"
            "quota,a#s1,2020-03-05,,,,A\r\n"
            "quota,a#s2,2020-03-05,2022-01-01,,,B\r\n"
            "no,a#s2,2022-01-01,,,,B\r\n");
}

TEST(Phrase, IsDrawnAsAChart) {
  const Workbench bench;
  ImportSample(bench);
  const Outcome outcome = bench.Run({"phrase", "67", "77 deputies", "--svg"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_NE(outcome.out.find(
                "“67”: 4 in 1995, at most 4 in 1995, 3 in 2024. “77 deputies”: 0 in 1995, at most 1 in "
                "1998, 1 in 2024."),
            std::string::npos)
      << outcome.out;
  EXPECT_EQ(outcome.out.substr(0, 5), "<?xml");
  EXPECT_EQ(bench.Run({"phrase", "quota", "--svg"}).code, 1);
}

TEST(Phrase, TakesSeveralOnlyForTablesAndCharts) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(bench.Run({"phrase", "67", "deputies"}).code, 2);
  EXPECT_EQ(bench.Run({"phrase", "67", "--svg", "--csv"}).code, 2);
  EXPECT_EQ(bench.Run({"phrase", "67", "--count-by", "decade"}).code, 2);
  EXPECT_EQ(bench.Run({"phrase", "1", "2", "3", "4", "5", "6", "7", "8", "9", "--svg"}).code, 2);
}

TEST(Reindex, BringsUpToDateWhatAnImportLeftBehind) {
  const Workbench bench;
  bench.Import("a", "2001", "# A\n\nThe quota.\n", {"--no-index"});
  const Outcome before = bench.Run({"phrase", "quota"});
  EXPECT_EQ(before.out, "a#s1\t2001\tnow\t\t\tA\n");
  EXPECT_NE(before.err.find("muragat reindex"), std::string::npos) << before.err;
  EXPECT_EQ(bench.Run({"reindex"}).code, 0);
  const Outcome after = bench.Run({"phrase", "quota"});
  EXPECT_EQ(after.out, before.out);
  EXPECT_EQ(after.err, "");
  bench.Import("a", "2002", "# A\n\nThe quota and more.\n");
  EXPECT_EQ(bench.Run({"phrase", "and more"}).err, "") << "an import keeps it up to date";
}

}  // namespace
}  // namespace muragat::tools
