#include "muragat/render/phrase_chart.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

namespace muragat {
namespace {

PhraseChart Years(std::vector<PhraseChart::Line> lines, int first = 2001) {
  PhraseChart chart;
  chart.lines = std::move(lines);
  for (size_t i = 0; !chart.lines.empty() && i < chart.lines.front().sections.size(); ++i)
    chart.periods.push_back(std::to_string(first + static_cast<int>(i)));
  return chart;
}

bool Holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(PhraseChart, SaysInWordsWhatItShows) {
  const std::string svg = RenderPhraseChart(Years({{"quota", {0, 3, 7, 2}}, {"Құрылтай", {1, 1, 1, 4}}}));
  EXPECT_TRUE(Holds(svg, "<title id=\"title\">“quota”, “Құрылтай” over time</title>")) << svg;
  EXPECT_TRUE(Holds(svg,
                    "“quota”: 0 in 2001, at most 7 in 2003, 2 in 2004. “Құрылтай”: 1 in 2001, at most 4 in "
                    "2004, 4 in 2004.</desc>"))
      << svg;
  EXPECT_TRUE(Holds(svg, "role=\"img\" aria-labelledby=\"title desc\"")) << svg;
}

TEST(PhraseChart, StepsFromOneNumberToTheNext) {
  PhraseChart chart = Years({{"a", {2, 2, 4, 0}}});
  // 800 pixels for four years, 300 for the numbers from 0 to 4.
  EXPECT_TRUE(Holds(RenderPhraseChart(chart), "d=\"M56 248H456V98H656V398H856\""))
      << RenderPhraseChart(chart);
}

TEST(PhraseChart, WritesTheNumbersThatLinesEndWithBesideEachOther) {
  const std::string svg = RenderPhraseChart(Years({{"a", {1, 4}}, {"b", {1, 4}}, {"c", {4, 0}}}));
  EXPECT_TRUE(Holds(svg, "<text x=\"866\" y=\"402\" class=\"small num f2\">0</text>")) << svg;
  EXPECT_TRUE(Holds(svg, "y=\"102\" class=\"small num f1\">4</text>")) << svg;
  EXPECT_TRUE(Holds(svg, "y=\"87\" class=\"small num f0\">4</text>")) << svg;
}

TEST(PhraseChart, EscapesPhrasesAndLeavesOutWhatXmlDoesNotAllow) {
  const std::string svg = RenderPhraseChart(Years({{"<script>&\x01\"", {1, 2}}}));
  pugi::xml_document parsed;
  ASSERT_TRUE(parsed.load_string(svg.c_str()));
  EXPECT_STREQ(parsed.child("svg").child("title").child_value(), "“<script>&\"” over time");
  EXPECT_FALSE(Holds(svg, "<script>"));
}

TEST(PhraseChart, LabelsRoundYearsOfALongTime) {
  const std::string svg = RenderPhraseChart(Years({{"loi", std::vector<uint64_t>(220, 12345)}}, 1803));
  EXPECT_TRUE(Holds(svg, ">1820<")) << svg;
  EXPECT_TRUE(Holds(svg, ">2000<"));
  EXPECT_FALSE(Holds(svg, ">1803<"));
  EXPECT_TRUE(Holds(svg, ">10\u202f000<"));
}

TEST(PhraseChart, OfNothingSaysSo) {
  EXPECT_TRUE(Holds(RenderPhraseChart(Years({{"quota", {}}})), "There is nothing to show."));
  EXPECT_TRUE(Holds(RenderPhraseChart({}), "There is nothing to show."));
}

}  // namespace
}  // namespace muragat
