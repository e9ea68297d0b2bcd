#include "muragat/search/phrase_counts.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

PhraseInterval Interval(uint32_t section, const char* from, const char* to) {
  PhraseInterval interval;
  interval.document = {1};
  interval.section = {section};
  interval.from = *ParseDate(from);
  if (to != nullptr) interval.to = *ParseDate(to);
  return interval;
}

using Numbers = std::vector<uint64_t>;
const Instant kNow = ParseDate("2005-03-10")->first;

TEST(PhraseCounts, AreOfTheEndOfEachPeriod) {
  const std::vector<PhraseInterval> intervals = {Interval(1, "2001-05-01", "2003-02-01"),
                                                 Interval(1, "2004-01-01", nullptr),
                                                 Interval(2, "2001-06-01", "2001-09-01")};
  const PhraseCounts years = CountByPeriod(intervals, CountUnit::kYear, kNow);
  EXPECT_EQ(PeriodName(years.first, CountUnit::kYear), "2001");
  EXPECT_EQ(years.sections, (Numbers{1, 1, 0, 1, 1}));
  const PhraseCounts months = CountByPeriod(intervals, CountUnit::kMonth, kNow);
  EXPECT_EQ(PeriodName(months.first, CountUnit::kMonth), "2001-05");
  EXPECT_EQ(months.sections.size(), 47U);
  EXPECT_EQ(Numbers(months.sections.begin(), months.sections.begin() + 5), (Numbers{1, 2, 2, 2, 1}));
}

TEST(PhraseCounts, OfAMoveToAnotherSectionWithinAYearAreNotTwo) {
  const std::vector<PhraseInterval> intervals = {Interval(1, "2001-05-01", "2003-02-01"),
                                                 Interval(2, "2003-02-01", nullptr)};
  EXPECT_EQ(CountByPeriod(intervals, CountUnit::kYear, kNow).sections, (Numbers{1, 1, 1, 1, 1}));
}

TEST(PhraseCounts, LeaveOutWhatIsToCome) {
  EXPECT_TRUE(CountByPeriod(std::vector{Interval(1, "2098-01-01", nullptr)}, CountUnit::kYear, kNow)
                  .sections.empty());
  EXPECT_EQ(
      CountByPeriod(std::vector{Interval(1, "2004-01-01", "2098-01-01")}, CountUnit::kYear, kNow).sections,
      (Numbers{1, 1}));
}

TEST(PhraseCounts, OfSeveralPhrasesAreOfTheSamePeriods) {
  std::vector<PhraseCounts> counts = {{2001, {1, 2}}, {}, {2000, {5}}};
  AlignCounts(counts);
  EXPECT_EQ(counts[0].sections, (Numbers{0, 1, 2}));
  EXPECT_EQ(counts[1].sections, (Numbers{0, 0, 0}));
  EXPECT_EQ(counts[2].sections, (Numbers{5, 0, 0}));
  EXPECT_EQ(counts[1].first, 2000);
}

}  // namespace
}  // namespace muragat
