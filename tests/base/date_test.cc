#include "muragat/base/date.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace muragat {
namespace {

ValidDate Parse(const std::string& text) {
  const Result<ValidDate> date = ParseDate(text);
  EXPECT_TRUE(date.ok()) << text << ": " << date.status().message();
  return date.ok() ? *date : ValidDate{};
}

TEST(ParseDate, TakesAYearAMonthADayAndAnInstant) {
  EXPECT_EQ(Parse("2022").precision, Precision::kYear);
  EXPECT_EQ(Parse("2022-06").precision, Precision::kMonth);
  EXPECT_EQ(Parse("2022-06-08").precision, Precision::kDay);
  EXPECT_EQ(Parse("2022-06-08T12:00:00Z").precision, Precision::kSecond);
}

TEST(ParseDate, BeginsWithTheFirstSecondOfWhatItNames) {
  // date -u -d 2022-06-08 +%s
  EXPECT_EQ(Parse("2022-06-08").first.unix_seconds(), 1654646400);
  EXPECT_EQ(Parse("2022-06").first.unix_seconds(), 1654041600);
  EXPECT_EQ(Parse("2022").first.unix_seconds(), 1640995200);
  EXPECT_EQ(Parse("1970-01-01T00:00:00Z").first.unix_seconds(), 0);
  EXPECT_EQ(Parse("0001-01-01").first.seconds(), 0);
  EXPECT_EQ(Parse("9999-12-31T23:59:59Z").first.seconds(), Instant::kLastSecond);
}

TEST(ParseDate, AppliesTheOffset) {
  EXPECT_EQ(FormatDate(Parse("2022-06-08T12:00:00+05:00")), "2022-06-08T07:00:00Z");
  EXPECT_EQ(FormatDate(Parse("2022-06-08T23:30:00-01:30")), "2022-06-09T01:00:00Z");
  EXPECT_EQ(FormatDate(Parse("2022-06-08t12:00:00z")), "2022-06-08T12:00:00Z");
}

TEST(ParseDate, DropsFractionsAndReadsALeapSecondAsTheOneBefore) {
  EXPECT_EQ(FormatDate(Parse("2022-06-08T12:00:00.999Z")), "2022-06-08T12:00:00Z");
  EXPECT_EQ(FormatDate(Parse("2016-12-31T23:59:60Z")), "2016-12-31T23:59:59Z");
}

TEST(ParseDate, RefusesTheThirtyFirstOfFebruary) {
  const Result<ValidDate> date = ParseDate("2022-02-31");
  ASSERT_FALSE(date.ok());
  EXPECT_EQ(date.status().code(), StatusCode::kInvalidArgument);
  EXPECT_NE(date.status().message().find("2022-02-31"), std::string::npos);
}

TEST(ParseDate, KnowsLeapYears) {
  EXPECT_TRUE(ParseDate("2024-02-29").ok());
  EXPECT_TRUE(ParseDate("2000-02-29").ok());
  EXPECT_FALSE(ParseDate("2023-02-29").ok());
  EXPECT_FALSE(ParseDate("1900-02-29").ok());
}

TEST(ParseDate, RefusesWhatIsWrittenInAnotherWay) {
  for (const char* text : {"",
                           "22",
                           "202",
                           "2022-",
                           "2022-6",
                           "2022-06-",
                           "2022-06-8",
                           "2022/06/08",
                           "8 June 2022",
                           "2022-13",
                           "2022-00",
                           "2022-06-00",
                           "2022-06-31",
                           "0000",
                           "0000-01-01",
                           "12022",
                           "2022-06-08T",
                           "2022-06-08T12",
                           "2022-06-08T12:00Z",
                           "2022-06-08T12:00:00",
                           "2022-06-08T24:00:00Z",
                           "2022-06-08T12:60:00Z",
                           "2022-06-08T12:00:61Z",
                           "2022-06-08T12:00:00+5",
                           "2022-06-08T12:00:00+24:00",
                           "2022-06-08T12:00:00+05:60",
                           "2022-06-08T12:00:00.Z",
                           "2022-06-08T12:00:00Z ",
                           " 2022",
                           "2022-06-08X12:00:00Z",
                           "-001-01-01",
                           "+022-01-01",
                           "2022-06-0٨"}) {
    EXPECT_FALSE(ParseDate(text).ok()) << text;
  }
}

TEST(ParseDate, RefusesAnOffsetThatLeavesTheYears) {
  EXPECT_FALSE(ParseDate("0001-01-01T00:00:00+01:00").ok());
  EXPECT_FALSE(ParseDate("9999-12-31T23:59:59-00:01").ok());
  EXPECT_TRUE(ParseDate("0001-01-01T01:00:00+01:00").ok());
}

TEST(ValidDate, SortsByFirstInstantAndCoarserFirst) {
  std::vector<std::string> texts = {"2022-06-08T00:00:01Z",
                                    "2022-06-08T00:00:00Z",
                                    "2022-06-08",
                                    "2022-01-01",
                                    "2022-01-01T00:00:00Z",
                                    "2022-01",
                                    "2022",
                                    "2021-12-31"};
  std::vector<ValidDate> dates;
  for (const std::string& text : texts) dates.push_back(Parse(text));
  std::sort(dates.begin(), dates.end());
  std::vector<std::string> sorted;
  for (const ValidDate& date : dates) sorted.push_back(FormatDate(date));
  EXPECT_EQ(sorted,
            (std::vector<std::string>{"2021-12-31", "2022", "2022-01", "2022-01-01", "2022-01-01T00:00:00Z",
                                      "2022-06-08", "2022-06-08T00:00:00Z", "2022-06-08T00:00:01Z"}));
}

TEST(ValidDate, LastIsTheLastSecondItCovers) {
  EXPECT_EQ(FormatInstant(Parse("2022").Last()), "2022-12-31T23:59:59Z");
  EXPECT_EQ(FormatInstant(Parse("2024-02").Last()), "2024-02-29T23:59:59Z");
  EXPECT_EQ(FormatInstant(Parse("2022-12").Last()), "2022-12-31T23:59:59Z");
  EXPECT_EQ(FormatInstant(Parse("2022-06-08").Last()), "2022-06-08T23:59:59Z");
  EXPECT_EQ(FormatInstant(Parse("2022-06-08T12:00:00Z").Last()), "2022-06-08T12:00:00Z");
  EXPECT_EQ(FormatInstant(Parse("9999").Last()), "9999-12-31T23:59:59Z");
  EXPECT_EQ(FormatInstant(Parse("9999-12").Last()), "9999-12-31T23:59:59Z");
  EXPECT_EQ(FormatInstant(Parse("9999-12-31").Last()), "9999-12-31T23:59:59Z");
}

TEST(CivilDay, CrossesTheYearsOfTheCalendarsEnds) {
  const CivilDay first = ToCivilDay(Instant::FromSeconds(0));
  EXPECT_EQ(first.year, 1);
  EXPECT_EQ(first.month, 1);
  EXPECT_EQ(first.day, 1);
  const CivilDay last = ToCivilDay(Instant::Last());
  EXPECT_EQ(last.year, 9999);
  EXPECT_EQ(last.month, 12);
  EXPECT_EQ(last.day, 31);
  EXPECT_FALSE(FromCivilDay({0, 1, 1}).ok());
  EXPECT_FALSE(FromCivilDay({10'000, 1, 1}).ok());
  EXPECT_FALSE(FromCivilDay({2022, 13, 1}).ok());
  EXPECT_FALSE(FromCivilDay({2022, -1, 1}).ok());
  EXPECT_FALSE(FromCivilDay({2022, 1, 257}).ok());
}

TEST(Instant, IsClampedToTheYears) {
  EXPECT_EQ(Instant::FromSeconds(-1).seconds(), 0);
  EXPECT_EQ(Instant::FromSeconds(Instant::kLastSecond + 1), Instant::Last());
  EXPECT_EQ(Instant::FromUnixSeconds(-62'135'596'801).seconds(), 0);
}

TEST(FormatDate, WritesWhatParseDateReads) {
  for (const char* text : {"0001", "2022", "2022-06", "2022-06-08", "0987-01-02", "2022-06-08T23:59:59Z"}) {
    EXPECT_EQ(FormatDate(Parse(text)), text);
  }
  EXPECT_EQ(FormatDay(Parse("1803-03-14T22:00:00Z").first), "1803-03-14");
}

TEST(FormatDate, AnyInstantComesBack) {
  constexpr uint32_t kSeed = 20220608;
  SCOPED_TRACE(kSeed);
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 20'000; ++i) {
    const auto seconds = static_cast<int64_t>(random() % static_cast<uint64_t>(Instant::kLastSecond + 1));
    const Instant instant = Instant::FromSeconds(seconds);
    ASSERT_EQ(Parse(FormatInstant(instant)).first, instant) << seconds;
    const Result<Instant> midnight = FromCivilDay(ToCivilDay(instant));
    ASSERT_TRUE(midnight.ok());
    ASSERT_EQ(midnight->seconds(), seconds - seconds % 86'400);
  }
}

}  // namespace
}  // namespace muragat
