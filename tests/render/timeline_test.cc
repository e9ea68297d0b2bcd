#include "muragat/render/timeline.h"

#include <random>

#include <gtest/gtest.h>

namespace muragat {
namespace {

PageReform Reform(double year, uint64_t words, std::string iso_date = "", bool in_future = false) {
  PageReform reform;
  reform.title = "Reform of " + std::to_string(year);
  reform.year = year;
  reform.words_in = words;
  reform.iso_date = std::move(iso_date);
  reform.in_future = in_future;
  return reform;
}

TEST(LayTimeline, DrawsNothingWithoutReforms) {
  const Timeline timeline = LayTimeline({}, 2022);
  EXPECT_TRUE(timeline.bars.empty());
  EXPECT_TRUE(timeline.labels.empty());
}

TEST(LayTimeline, MakesTheHeightTheRootOfTheWords) {
  const Timeline timeline = LayTimeline({Reform(2000, 400), Reform(2010, 100), Reform(2020, 0)}, 2020);
  EXPECT_DOUBLE_EQ(timeline.bars[0].height_px, 52);
  EXPECT_DOUBLE_EQ(timeline.bars[1].height_px, 26);
  EXPECT_DOUBLE_EQ(timeline.bars[2].height_px, 3);
}

TEST(LayTimeline, LabelsTheYearsOfTheBars) {
  const Timeline timeline =
      LayTimeline({Reform(1995.66, 10), Reform(2007.4, 10), Reform(2022.43, 10)}, 2022.43);
  ASSERT_EQ(timeline.labels.size(), 3U);
  EXPECT_EQ(timeline.labels[0].text, "1995");
  EXPECT_EQ(timeline.labels[1].text, "2007");
  EXPECT_EQ(timeline.labels[2].text, "2022");
}

TEST(LayTimeline, NamesMonthsWhereAllIsWithinThreeYears) {
  const Timeline timeline =
      LayTimeline({Reform(2022.0, 1, "2022-01-05"), Reform(2022.43, 1, "2022-06-08")}, 2022.5);
  ASSERT_EQ(timeline.labels.size(), 2U);
  EXPECT_EQ(timeline.labels[0].text, "Jan 2022");
  EXPECT_EQ(timeline.labels[1].text, "Jun 2022");
}

TEST(LayTimeline, PutsTheMarkBetweenPastAndFuture) {
  const Timeline timeline =
      LayTimeline({Reform(2000, 1), Reform(2022.43, 1), Reform(2022.44, 1, "", true)}, 2022.43);
  EXPECT_GT(timeline.here_percent, timeline.bars[1].left_percent);
  EXPECT_LT(timeline.here_percent, timeline.bars[2].left_percent);
}

TEST(LayTimeline, KeepsBarsApartAndInsideForAnyDates) {
  constexpr unsigned kSeed = 20220608;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> years(1 + random() % 300);
    for (double& year : years)
      year = 1990 + static_cast<double>(random() % (round % 2 == 0 ? 100 : 10000)) / 300;
    std::sort(years.begin(), years.end());
    std::vector<PageReform> reforms;
    for (const double year : years) reforms.push_back(Reform(year, random() % 1000));
    const Timeline timeline = LayTimeline(reforms, 2000);
    for (size_t i = 0; i < timeline.bars.size(); ++i) {
      EXPECT_GE(timeline.bars[i].left_percent, 0.59);
      EXPECT_LE(timeline.bars[i].left_percent + timeline.bar_width_percent, 99.41);
      if (i > 0) {
        EXPECT_GE(timeline.bars[i].left_percent - timeline.bars[i - 1].left_percent,
                  timeline.bar_width_percent - 1e-9);
      }
    }
  }
}

TEST(ReformColours, DifferWhereThereAreAtMostEight) {
  std::vector<PageReform> reforms;
  for (int i = 0; i < 8; ++i) reforms.push_back(Reform(2000 + i, 1));
  std::vector<std::string> colours = ReformColours(reforms);
  std::sort(colours.begin(), colours.end());
  EXPECT_EQ(colours, (std::vector<std::string>{"r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"}));
}

TEST(ReformColours, DifferFromTheThreeBefore) {
  std::vector<PageReform> reforms(100, Reform(2000, 1));
  const std::vector<std::string> colours = ReformColours(reforms);
  for (size_t i = 3; i < colours.size(); ++i) {
    EXPECT_NE(colours[i], colours[i - 1]);
    EXPECT_NE(colours[i], colours[i - 2]);
    EXPECT_NE(colours[i], colours[i - 3]);
  }
}

}  // namespace
}  // namespace muragat
