#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace muragat {

// What a chart shows: how many sections held each of some phrases at the end of each year or month.
struct PhraseChart {
  struct Line {
    std::string phrase;
    std::vector<uint64_t> sections;  // one a period
  };
  std::vector<Line> lines;           // at most kMostChartLines
  std::vector<std::string> periods;  // "2022" or "2022-06", one after the other
  bool monthly = false;
  std::string source;  // one line below the chart: what was asked; may be empty
};
inline constexpr size_t kMostChartLines = 8;

// The chart as one SVG 1.1 file, 880 by about 460 pixels, readable in light and dark, with title,
// description, axes and legend. Lines differ by colour and by dashes. With no periods it says that there is
// nothing.
std::string RenderPhraseChart(const PhraseChart& chart);

}  // namespace muragat
