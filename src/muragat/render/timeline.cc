#include "muragat/render/timeline.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "muragat/base/hash.h"

namespace muragat {
namespace {

constexpr double kLeftPercent = 0.6, kRightPercent = 99.4;
constexpr double kWidePx = 840, kNarrowPx = 340;  // the drawing's width that labels are laid out for
constexpr double kLetterPx = 6.4, kGapPx = 7;

double BarWidth(size_t count) {
  const double px = count <= 24 ? 9 : count <= 60 ? 6 : count <= 120 ? 4 : 2.2;
  return px / kWidePx * 100;
}

// Places the bars by time, then pushes those that are too near to the right, and what left the drawing back.
void PlaceBars(const std::vector<PageReform>& reforms, double first_year, double span_years, Timeline& out) {
  const size_t count = reforms.size();
  const double width = BarWidth(count), room = kRightPercent - kLeftPercent - width;
  const double step = count < 2 ? 0 : std::min(width * 1.25, room / static_cast<double>(count - 1));
  out.bar_width_percent = width;
  out.bars.resize(count);
  double next = kLeftPercent;
  for (size_t i = 0; i < count; ++i) {
    const double by_time = kLeftPercent + (reforms[i].year - first_year) / span_years * room;
    out.bars[i].left_percent = std::max(by_time, next);
    next = out.bars[i].left_percent + step;
  }
  double limit = kLeftPercent + room;
  for (size_t i = count; i-- > 0 && out.bars[i].left_percent > limit; limit -= step) {
    out.bars[i].left_percent = limit;
  }
}

double PlaceHere(const std::vector<PageReform>& reforms, double first_year, double span_years,
                 double as_of_year, const Timeline& timeline) {
  const double width = timeline.bar_width_percent;
  const double room = kRightPercent - kLeftPercent - width;
  double here = kLeftPercent + (as_of_year - first_year) / span_years * room + width / 2;
  double low = kLeftPercent, high = kRightPercent;
  for (size_t i = 0; i < reforms.size(); ++i) {
    if (reforms[i].in_future) {
      high = std::min(high, timeline.bars[i].left_percent - width * 0.1);
    } else {
      low = std::max(low, timeline.bars[i].left_percent + width / 2);
    }
  }
  return low <= high ? std::clamp(here, low, high) : low;
}

std::string LabelText(const PageReform& reform, bool with_month) {
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::string year = std::to_string(static_cast<int>(reform.year));
  if (!with_month || reform.iso_date.size() < 7) return year;
  const int month = (reform.iso_date[5] - '0') * 10 + (reform.iso_date[6] - '0');
  return month >= 1 && month <= 12 ? std::string(kMonths[month - 1]) + ' ' + year : year;
}

// Half-open, in per cent.
struct Interval {
  double begin = 0, end = 0;
};

Interval LabelInterval(const TimelineLabel& label, double drawing_px) {
  const double size = (static_cast<double>(label.text.size()) * kLetterPx + kGapPx) / drawing_px * 100;
  if (label.anchor == std::string_view("start")) return {label.at_percent, label.at_percent + size};
  if (label.anchor == std::string_view("end")) return {label.at_percent - size, label.at_percent};
  return {label.at_percent - size / 2, label.at_percent + size / 2};
}

bool Free(const Interval& wanted, const std::vector<Interval>& taken) {
  return std::none_of(taken.begin(), taken.end(), [&wanted](const Interval& other) {
    return wanted.begin < other.end && other.begin < wanted.end;
  });
}

// Labels the first bar of each year or month, the ends first, then those that changed most, as long as there
// is room.
void PlaceLabels(const std::vector<PageReform>& reforms, bool with_month, Timeline& out) {
  std::vector<TimelineLabel> candidates;
  std::vector<uint64_t> words;
  for (size_t i = 0; i < reforms.size(); ++i) {
    std::string text = LabelText(reforms[i], with_month);
    const uint64_t changed = reforms[i].words_in + reforms[i].words_out;
    if (!candidates.empty() && candidates.back().text == text) {
      words.back() += changed;
      continue;
    }
    TimelineLabel label{.at_percent = out.bars[i].left_percent + out.bar_width_percent / 2,
                        .text = std::move(text)};
    const double margin = with_month ? 5 : 2.5;  // half a label, save what may hang over the end
    label.anchor = label.at_percent < margin ? "start" : label.at_percent > 100 - margin ? "end" : "middle";
    if (label.anchor == std::string_view("start")) label.at_percent = out.bars[i].left_percent;
    if (label.anchor == std::string_view("end")) label.at_percent += out.bar_width_percent / 2;
    candidates.push_back(std::move(label));
    words.push_back(changed);
  }
  std::vector<size_t> order(candidates.size());
  std::iota(order.begin(), order.end(), size_t{0});
  const auto is_end = [&](size_t i) { return i == 0 || i + 1 == order.size(); };
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return is_end(a) != is_end(b) ? is_end(a) : !is_end(a) && words[a] > words[b];
  });
  std::vector<Interval> wide, narrow;
  std::vector<size_t> chosen;
  for (const size_t i : order) {
    const Interval in_wide = LabelInterval(candidates[i], kWidePx);
    const Interval in_narrow = LabelInterval(candidates[i], kNarrowPx);
    if (!Free(in_wide, wide)) continue;
    wide.push_back(in_wide);
    candidates[i].wide_only = !Free(in_narrow, narrow);
    if (!candidates[i].wide_only) narrow.push_back(in_narrow);
    chosen.push_back(i);
  }
  std::sort(chosen.begin(), chosen.end());
  for (const size_t i : chosen) out.labels.push_back(std::move(candidates[i]));
}

}  // namespace

Timeline LayTimeline(const std::vector<PageReform>& reforms, double as_of_year) {
  Timeline out;
  if (reforms.empty()) return out;
  double first = as_of_year, last = as_of_year;
  uint64_t most = 1;
  for (const PageReform& reform : reforms) {
    first = std::min(first, reform.year);
    last = std::max(last, reform.year);
    most = std::max(most, reform.words_in + reform.words_out);
  }
  const double span = std::max(last - first, 1.0 / 366);
  PlaceBars(reforms, first, span, out);
  for (size_t i = 0; i < reforms.size(); ++i) {
    const double share =
        static_cast<double>(reforms[i].words_in + reforms[i].words_out) / static_cast<double>(most);
    out.bars[i].height_px = std::max(3.0, std::sqrt(share) * kTimelineHeightPx);
  }
  out.here_percent = PlaceHere(reforms, first, span, as_of_year, out);
  PlaceLabels(reforms, last - first < 3, out);
  return out;
}

std::vector<std::string> ReformColours(const std::vector<PageReform>& reforms) {
  constexpr uint64_t kColours = 8;
  const size_t apart = reforms.size() <= kColours ? kColours : 3;
  std::vector<uint64_t> colours;
  std::vector<std::string> out;
  for (const PageReform& reform : reforms) {
    uint64_t colour = Hash64(reform.iso_date + '\n' + reform.title) % kColours;
    const auto near = colours.end() - static_cast<std::ptrdiff_t>(std::min(apart, colours.size()));
    while (std::find(near, colours.end(), colour) != colours.end()) colour = (colour + 1) % kColours;
    colours.push_back(colour);
    out.push_back({'r', static_cast<char>('1' + colour)});
  }
  return out;
}

}  // namespace muragat
