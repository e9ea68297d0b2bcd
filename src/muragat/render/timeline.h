#pragma once

#include <string>
#include <vector>

#include "muragat/render/page.h"

namespace muragat {

// Where a document's reforms stand on its timeline. Across, everything is in per cent of the drawing's width,
// so that a telephone shows the same drawing with letters of the same size; heights are in pixels.
struct TimelineBar {
  double left_percent = 0;
  double height_px = 0;  // 3 to kTimelineHeightPx; its square grows with the words changed
};

struct TimelineLabel {
  double at_percent = 0;    // the middle of the text, its begin or its end, as `anchor` says
  const char* anchor = "";  // of SVG: "start", "middle" or "end"
  std::string text;         // "2022", or "Jun 2022" where all is within three years
  bool wide_only = false;   // left out on a narrow screen, where it would touch another
};

struct Timeline {
  std::vector<TimelineBar> bars;  // as Page::reforms
  double bar_width_percent = 0;
  std::vector<TimelineLabel> labels;  // from left to right; none touches another
  double here_percent = 0;            // the date that was asked for: behind the last bar not after it
};

inline constexpr double kTimelineHeightPx = 52;

// Lays out `reforms`, oldest first, without letting bars overlap: those too near to each other are moved
// apart. With no reforms there are no bars and no labels.
Timeline LayTimeline(const std::vector<PageReform>& reforms, double as_of_year);

// A class of page.css, "r1" to "r8", for each reform. It follows from the reform's date and title, so that a
// reform has one colour on all pages, save that none has the colour of one of the three before it, or of any
// other where there are at most eight.
std::vector<std::string> ReformColours(const std::vector<PageReform>& reforms);

}  // namespace muragat
