// Dates on the command line, on both clocks.
#include <gtest/gtest.h>

#include "tests/tools/sample.h"
#include "tools/query.h"

namespace muragat::tools {
namespace {

std::string ShowAt(const Workbench& bench, const std::string& day) {
  const Outcome outcome = bench.Run({"show", "d", "--as-of", day, "--raw"});
  return outcome.code == 0 ? outcome.out : std::to_string(outcome.code);
}

TEST(AsOf, AYearOrAMonthMeansItsLastDay) {
  const Workbench bench;
  bench.Import("d", "2020-02-29", "leap day");
  bench.Import("d", "2020-12-31", "last day");
  EXPECT_EQ(ShowAt(bench, "2020-01"), "3");
  EXPECT_EQ(ShowAt(bench, "2020-02-28"), "3");
  EXPECT_EQ(ShowAt(bench, "2020-02"), "leap day");
  EXPECT_EQ(ShowAt(bench, "2020-11"), "leap day");
  EXPECT_EQ(ShowAt(bench, "2020"), "last day");
  EXPECT_EQ(ShowAt(bench, "2019"), "3");
}

TEST(AsOf, ADayMeansItsLastSecond) {
  const Workbench bench;
  bench.Import("d", "2020-05-05T23:59:59Z", "late");
  EXPECT_EQ(ShowAt(bench, "2020-05-05"), "late");
  EXPECT_EQ(ShowAt(bench, "2020-05-05T23:59:58Z"), "3");
  EXPECT_EQ(ShowAt(bench, "2020-05-06T04:59:59+05:00"), "late");
  EXPECT_EQ(ShowAt(bench, "2020-05-06T04:59:58+05:00"), "3");
}

TEST(AsOf, IsNowWhereNothingIsSaid) {
  const Workbench bench;  // on 2024-01-15
  bench.Import("d", "2024-01-15", "today");
  bench.Import("d", "2024-01-16", "tomorrow");
  EXPECT_EQ(bench.Run({"show", "d", "--raw"}).out, "today");
  bench.clock.Set("2024-01-16T00:00:00Z");
  EXPECT_EQ(bench.Run({"show", "d", "--raw"}).out, "tomorrow");
}

TEST(ImportDate, AYearOrAMonthMeansItsFirstDayAndStaysAsCoarseAsItWas) {
  const Workbench bench;
  bench.Import("d", "2020", "of the year");
  bench.Import("d", "2020-03", "of the month");
  EXPECT_EQ(ShowAt(bench, "2019-12-31"), "3");
  EXPECT_EQ(ShowAt(bench, "2020-01-01"), "of the year");
  EXPECT_EQ(ShowAt(bench, "2020-02-29"), "of the year");
  EXPECT_EQ(ShowAt(bench, "2020-03-01"), "of the month");
  const auto lines = Lines(bench.Run({"log", "d", "--json"}).out);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_NE(lines[0].find("\"valid\":\"2020-03\","), std::string::npos);
  EXPECT_NE(lines[1].find("\"valid\":\"2020\","), std::string::npos);
}

TEST(Dates, ThatAreNoneAreRefusedByName) {
  const Workbench bench;
  bench.Import("d", "2020", "text");
  for (const std::string date : {"2022-02-31", "2021-02-29", "2022-13", "0000", "10000", "22", "2022-6-8",
                                 "2022-06-08T25:00:00Z", "2022-06-08T12:00:00", "yesterday", " 2022"}) {
    const Outcome outcome = bench.Run({"show", "d", "--as-of", date});
    EXPECT_EQ(outcome.code, 2) << date;
    EXPECT_EQ(outcome.err.substr(0, 12 + date.size()), "muragat: \"" + date + "\" ") << outcome.err;
    EXPECT_EQ(Lines(outcome.err).size(), 1u);
    EXPECT_EQ(bench.Run({"log", "--since", date}).code, 2) << date;
    EXPECT_EQ(bench.Run({"import", bench.Write("x.md", "x"), "--date", date}).code, 2) << date;
    EXPECT_EQ(bench.Run({"diff", "d", "2020", date}).code, 2) << date;
  }
}

TEST(Dates, RunFromYearOneToYear9999) {
  const Workbench bench;
  bench.Import("d", "0001", "first");
  bench.Import("d", "9999-12-31T23:59:59Z", "last");
  EXPECT_EQ(ShowAt(bench, "0001-01-01T00:00:00Z"), "first");
  EXPECT_EQ(ShowAt(bench, "0001"), "first");
  EXPECT_EQ(ShowAt(bench, "9999-12-30"), "first");
  EXPECT_EQ(ShowAt(bench, "9999"), "last");
  EXPECT_EQ(bench.Run({"documents"}).out,
            "document  title  language  editions  first  last\n"
            "d                und              2  0001   9999-12-31\n");
}

class KnownAt : public testing::Test {
 protected:
  KnownAt() {
    bench_.clock.Set("2021-05-05T12:00:00Z");
    bench_.Import("d", "2001", "as read first");
    bench_.clock.Set("2022-06-06T12:00:00Z");
    bench_.Import("d", "2001", "as read again");
  }
  std::string Show(const std::string& known_at) const {
    const Outcome outcome = bench_.Run({"show", "d", "--raw", "--known-at", known_at});
    return outcome.code == 0 ? outcome.out : std::to_string(outcome.code);
  }
  Workbench bench_;
};

TEST_F(KnownAt, TakesTheNumberOfACommit) {
  EXPECT_EQ(Show("1"), "as read first");
  EXPECT_EQ(Show("2"), "as read again");
  EXPECT_EQ(Show("0"), "3");
  EXPECT_EQ(Show("3"), "3");
  EXPECT_NE(bench_.Run({"show", "d", "--known-at", "3"}).err.find("there is no commit 3: the last one is 2"),
            std::string::npos);
}

TEST_F(KnownAt, TakesADateAndMeansItsEnd) {
  EXPECT_EQ(Show("2021-05-04"), "3");
  EXPECT_EQ(Show("2021-05-05"), "as read first");
  EXPECT_EQ(Show("2021-05-05T11:59:59Z"), "3");
  EXPECT_EQ(Show("2021-05-05T12:00:00Z"), "as read first");
  EXPECT_EQ(Show("2021"), "as read first");
  EXPECT_EQ(Show("2022-06"), "as read again");
  EXPECT_EQ(Show("2022-02-31"), "2");
}

TEST_F(KnownAt, AWithdrawnEditionStillStandsAsOfEarlierCommits) {
  bench_.clock.Set("2023-07-07T12:00:00Z");
  ASSERT_EQ(bench_.Run({"withdraw", "d", "2001", "--because", "another document"}).code, 0);
  EXPECT_EQ(Show("3"), "as read first");
  EXPECT_EQ(Show("2"), "as read again");
  EXPECT_EQ(Show("2022"), "as read again");
  EXPECT_EQ(Show("2023"), "as read first");
}

}  // namespace
}  // namespace muragat::tools
