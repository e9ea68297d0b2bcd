#include "muragat/render/year_chart.h"

#include <algorithm>
#include <cmath>

namespace muragat {
namespace {

constexpr int kMostYears = 80, kMostDecades = 80;
constexpr double kLeftPercent = 0.6, kRoomPercent = 98.8;
constexpr double kWidestSlotPercent = 8, kWidestBarPercent = 3.4;
constexpr double kWidePx = 840, kNarrowPx = 320;  // the drawing's width that labels are laid out for
constexpr double kLabelPx = 42;                   // a label and the gap behind it
constexpr double kShortestPx = 2;

double HeightOf(uint64_t words, uint64_t most) {
  if (words == 0) return 0;
  return std::max(kShortestPx,
                  std::sqrt(static_cast<double>(words) / static_cast<double>(most)) * kChartBarPx);
}

// The least of the round steps that is a multiple of `of` and parts labels far enough.
int StepOf(double slot_percent, double width_px, int of) {
  for (const int step : {1, 2, 5, 10, 20, 50, 100}) {
    if (step % of == 0 && step * slot_percent / 100 * width_px >= kLabelPx) return step;
  }
  return 100;
}

std::string NameOf(int first_year, int years_a_bar) {
  if (years_a_bar == 1) return std::to_string(first_year);
  return std::to_string(first_year) + "–" +
         std::to_string(first_year / years_a_bar * years_a_bar + years_a_bar - 1);
}

std::string LabelOf(int slot, int years_a_bar) {
  return std::to_string(std::max(slot * years_a_bar, 1)) + (years_a_bar == 10 && slot != 0 ? "s" : "");
}

}  // namespace

int FirstYearOfBar(int year, int years_a_bar) { return std::max(year / years_a_bar * years_a_bar, 1); }

YearChart LayYearChart(const std::map<int, YearWords>& words) {
  YearChart out;
  if (words.empty()) return out;
  const int first_year = words.begin()->first, last_year = words.rbegin()->first;
  if (last_year - first_year >= kMostYears) out.years_a_bar = 10;
  if (last_year / 10 - first_year / 10 >= kMostDecades) out.years_a_bar = 100;
  std::map<int, YearWords> slots;
  uint64_t most = 1;
  for (const auto& [year, one] : words) {
    YearWords& slot = slots[year / out.years_a_bar];
    slot.reforms += one.reforms;
    slot.words_in += one.words_in;
    slot.words_out += one.words_out;
    most = std::max({most, slot.words_in, slot.words_out});
  }
  const int first = slots.begin()->first, last = slots.rbegin()->first;
  const double slot_percent = std::min(kRoomPercent / (last - first + 1), kWidestSlotPercent);
  out.bar_width_percent = std::min(slot_percent * 0.72, kWidestBarPercent);
  const auto middle = [&](int slot) { return kLeftPercent + (slot - first + 0.5) * slot_percent; };
  for (const auto& [slot, one] : slots) {
    const int year = FirstYearOfBar(slot * out.years_a_bar, out.years_a_bar);
    out.bars.push_back({.first_year = year,
                        .name = NameOf(year, out.years_a_bar),
                        .words = one,
                        .left_percent = middle(slot) - out.bar_width_percent / 2,
                        .in_px = HeightOf(one.words_in, most),
                        .out_px = HeightOf(one.words_out, most)});
    out.above_px = std::max(out.above_px, out.bars.back().in_px);
    out.below_px = std::max(out.below_px, out.bars.back().out_px);
  }
  const int wide = StepOf(slot_percent, kWidePx, 1), narrow = StepOf(slot_percent, kNarrowPx, wide);
  const int from = last - first < wide ? first : (first + wide - 1) / wide * wide;
  const bool any_narrow = last / narrow * narrow >= from;
  for (int slot = from; slot <= last; slot += wide) {
    out.labels.push_back({.at_percent = middle(slot),
                          .text = LabelOf(slot, out.years_a_bar),
                          .wide_only = slot % narrow != 0 && (any_narrow || slot != from)});
  }
  return out;
}

}  // namespace muragat
