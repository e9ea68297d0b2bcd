#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace muragat {

// What came and went in a year.
struct YearWords {
  uint64_t reforms = 0;
  uint64_t words_in = 0;
  uint64_t words_out = 0;
};

// A bar for each year, decade or century in which something came or went: words that came above the axis,
// words that went below it. Across, everything is in per cent of the drawing's width; heights are in pixels.
struct YearBar {
  int first_year = 1;  // 1 … 9999
  std::string name;    // "2022", "1990–1999"
  YearWords words;
  double left_percent = 0;
  double in_px = 0, out_px = 0;  // 0 where there is nothing, else 2 to kChartBarPx; their squares grow with
                                 // the words
};

struct YearLabel {
  double at_percent = 0;   // the middle of the text
  std::string text;        // "2022", "1990s", "1900"
  bool wide_only = false;  // left out on a narrow screen, where it would touch another
};

struct YearChart {
  int years_a_bar = 1;  // 1, 10 or 100
  double bar_width_percent = 0;
  double above_px = 0, below_px = 0;  // the greatest heights above and below the axis
  std::vector<YearBar> bars;          // from left to right
  std::vector<YearLabel> labels;      // likewise; none touches another
};

inline constexpr double kChartBarPx = 96;

// Lays out `words`, by year (1 … 9999). More than 80 years are put together by decades, more than 800 by
// centuries. With no years there are no bars and no labels.
YearChart LayYearChart(const std::map<int, YearWords>& words);

// The first year of the bar that `year` belongs to: `years_a_bar` as above.
int FirstYearOfBar(int year, int years_a_bar);

}  // namespace muragat
