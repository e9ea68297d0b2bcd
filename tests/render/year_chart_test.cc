#include "muragat/render/year_chart.h"

#include <random>

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::vector<std::string> Names(const YearChart& chart) {
  std::vector<std::string> names;
  for (const YearBar& bar : chart.bars) names.push_back(bar.name);
  return names;
}

std::vector<std::string> Labels(const YearChart& chart) {
  std::vector<std::string> labels;
  for (const YearLabel& label : chart.labels) labels.push_back(label.text + (label.wide_only ? " wide" : ""));
  return labels;
}

using Strings = std::vector<std::string>;

TEST(LayYearChart, DrawsNothingWithoutYears) {
  EXPECT_TRUE(LayYearChart({}).bars.empty());
  EXPECT_TRUE(LayYearChart({}).labels.empty());
}

TEST(LayYearChart, HeightsGrowWithTheRootOfTheWords) {
  const YearChart chart = LayYearChart({{2001, {1, 400, 100}}, {2002, {1, 0, 25}}, {2003, {1, 0, 0}}});
  ASSERT_EQ(chart.bars.size(), 3U);
  EXPECT_DOUBLE_EQ(chart.bars[0].in_px, 96);
  EXPECT_DOUBLE_EQ(chart.bars[0].out_px, 48);
  EXPECT_DOUBLE_EQ(chart.bars[1].in_px, 0);
  EXPECT_DOUBLE_EQ(chart.bars[1].out_px, 24);
  EXPECT_DOUBLE_EQ(chart.bars[2].in_px, 0);
  EXPECT_DOUBLE_EQ(chart.above_px, 96);
  EXPECT_DOUBLE_EQ(chart.below_px, 48);
}

TEST(LayYearChart, FewWordsBesideManyAreStillSeen) {
  EXPECT_DOUBLE_EQ(LayYearChart({{2001, {1, 1, 0}}, {2002, {1, 1'000'000, 0}}}).bars[0].in_px, 2);
}

TEST(LayYearChart, EightyYearsAreYears) {
  const YearChart chart = LayYearChart({{1941, {1, 5, 0}}, {2020, {2, 5, 0}}});
  EXPECT_EQ(chart.years_a_bar, 1);
  EXPECT_EQ(Names(chart), (Strings{"1941", "2020"}));
  EXPECT_EQ(Labels(chart), (Strings{"1945 wide", "1950 wide", "1955 wide", "1960", "1965 wide", "1970 wide",
                                    "1975 wide", "1980", "1985 wide", "1990 wide", "1995 wide", "2000",
                                    "2005 wide", "2010 wide", "2015 wide", "2020"}));
}

TEST(LayYearChart, MoreYearsArePutTogetherByDecades) {
  const YearChart chart = LayYearChart({{1804, {1, 5, 0}}, {1809, {2, 7, 1}}, {2022, {3, 5, 0}}});
  EXPECT_EQ(chart.years_a_bar, 10);
  EXPECT_EQ(Names(chart), (Strings{"1800–1809", "2020–2029"}));
  EXPECT_EQ(chart.bars[0].words.reforms, 3U);
  EXPECT_EQ(chart.bars[0].words.words_in, 12U);
  EXPECT_EQ(chart.bars[0].words.words_out, 1U);
  EXPECT_EQ(FirstYearOfBar(1809, 10), 1800);
}

TEST(LayYearChart, AThousandYearsArePutTogetherByCenturies) {
  const YearChart chart = LayYearChart({{1, {1, 5, 0}}, {1215, {1, 5, 0}}, {9999, {1, 5, 0}}});
  EXPECT_EQ(chart.years_a_bar, 100);
  EXPECT_EQ(Names(chart), (Strings{"1–99", "1200–1299", "9900–9999"}));
  EXPECT_EQ(FirstYearOfBar(7, 100), 1);
}

TEST(LayYearChart, AFewYearsStandSideBySide) {
  const YearChart chart = LayYearChart({{2021, {1, 5, 0}}, {2022, {1, 5, 0}}});
  EXPECT_EQ(Labels(chart), (Strings{"2021 wide", "2022"}));
  EXPECT_LT(chart.bars[1].left_percent, 20);
  EXPECT_EQ(Labels(LayYearChart({{1969, {1, 5, 0}}})), (Strings{"1969"}));
}

TEST(LayYearChart, KeepsBarsAndLabelsApartAndInsideForAnyYears) {
  constexpr unsigned kSeed = 1804;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  for (int round = 0; round < 300; ++round) {
    std::map<int, YearWords> words;
    const auto span = 1 + random() % (round % 3 == 0 ? 9999 : round % 3 == 1 ? 300 : 60);
    const auto first = 1 + random() % (10000 - span);
    for (size_t i = 0; i < 1 + random() % 200; ++i)
      words[static_cast<int>(first + random() % span)] = {1, random() % 10000, random() % 100};
    const YearChart chart = LayYearChart(words);
    for (size_t i = 0; i < chart.bars.size(); ++i) {
      EXPECT_GE(chart.bars[i].left_percent, 0.59);
      EXPECT_LE(chart.bars[i].left_percent + chart.bar_width_percent, 99.41);
      if (i == 0) continue;
      EXPECT_GT(chart.bars[i].left_percent, chart.bars[i - 1].left_percent + chart.bar_width_percent);
    }
    ASSERT_FALSE(chart.labels.empty());
    const YearLabel* narrow = nullptr;
    for (size_t i = 0; i < chart.labels.size(); ++i) {
      const YearLabel& label = chart.labels[i];
      if (i > 0) {
        EXPECT_GE((label.at_percent - chart.labels[i - 1].at_percent) * 8.4, 41.9);
      }
      if (label.wide_only) continue;
      if (narrow != nullptr) {
        EXPECT_GE((label.at_percent - narrow->at_percent) * 3.2, 41.9);
      }
      narrow = &label;
    }
    EXPECT_NE(narrow, nullptr);
  }
}

}  // namespace
}  // namespace muragat
