#include "muragat/render/phrase_chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "muragat/render/akn_body.h"
#include "muragat/text/display_width.h"

namespace muragat {
namespace {

constexpr double kWidth = 912, kLeft = 56, kRight = 56, kPlotHeight = 300, kTop = 26;
constexpr double kPlotWidth = kWidth - kLeft - kRight;
constexpr double kLegendRow = 24, kColumnPx = 7.4, kSwatchPx = 38, kLegendGapPx = 26;
constexpr double kLastGapPx = 15;  // between the numbers that lines end with
constexpr double kLabelPx = 58;    // of a period below the axis, and the gap beside it

constexpr const char* kStyle =
    ":root{color-scheme:light dark}"
    "svg{background:#fff;font:14px/1.4 system-ui,\"Segoe UI\",Roboto,\"Noto Sans\",\"Noto Sans CJK "
    "SC\",sans-serif}"
    "text{fill:#3d4450}.head{font-size:19px;font-weight:600;fill:#14181f}.small{font-size:12.5px}"
    ".num{font-variant-numeric:tabular-nums}"
    ".grid{stroke:#e3e6ea;stroke-width:1}.axis{stroke:#8b93a0;stroke-width:1}"
    ".line{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:butt}.area{opacity:.13;stroke:"
    "none}"
    ".dot{stroke:#fff;stroke-width:1.5}"
    ".c0{stroke:#0b62b5}.c1{stroke:#c2410c}.c2{stroke:#0f7b4f}.c3{stroke:#8e2f8e}"
    ".c4{stroke:#8a6100}.c5{stroke:#0e7490}.c6{stroke:#be123c}.c7{stroke:#4b5563}"
    ".f0{fill:#0b62b5}.f1{fill:#c2410c}.f2{fill:#0f7b4f}.f3{fill:#8e2f8e}"
    ".f4{fill:#8a6100}.f5{fill:#0e7490}.f6{fill:#be123c}.f7{fill:#4b5563}"
    ".d1{stroke-dasharray:9 4}.d2{stroke-dasharray:2.5 3}.d3{stroke-dasharray:11 3 2.5 3}"
    ".d5{stroke-dasharray:9 4}.d6{stroke-dasharray:2.5 3}.d7{stroke-dasharray:11 3 2.5 3}"
    "@media(prefers-color-scheme:dark){svg{background:#14181f}text{fill:#b9c0cb}.head{fill:#f2f4f7}"
    ".grid{stroke:#2a303a}.axis{stroke:#6b7380}.dot{stroke:#14181f}.area{opacity:.2}"
    ".c0{stroke:#6cb2ff}.c1{stroke:#ff9a62}.c2{stroke:#4fd19a}.c3{stroke:#e08be0}"
    ".c4{stroke:#e3b341}.c5{stroke:#4fd0e4}.c6{stroke:#ff8ba0}.c7{stroke:#b6bdc9}"
    ".f0{fill:#6cb2ff}.f1{fill:#ff9a62}.f2{fill:#4fd19a}.f3{fill:#e08be0}"
    ".f4{fill:#e3b341}.f5{fill:#4fd0e4}.f6{fill:#ff8ba0}.f7{fill:#b6bdc9}}";

struct StringWriter final : pugi::xml_writer {
  std::string text;
  void write(const void* data, size_t size) override { text.append(static_cast<const char*>(data), size); }
};

// `text` with only what XML allows.
std::string Allowed(std::string_view text) {
  AknLosses losses;
  return XmlText(text, losses);
}

std::string Px(double value) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.1f", value);
  std::string text = digits.data();
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

// 12,345 with thin spaces.
std::string Grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, "\u202f");
  return digits;
}

// `text` of at most `columns`, "…" behind what is cut.
std::string Shortened(const std::string& text, size_t columns) {
  if (DisplayWidth(text) <= columns) return text;
  std::string out;
  for (size_t at = 0; at < text.size();) {
    size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
    if (DisplayWidth(out) + DisplayWidth(std::string_view(text).substr(at, end - at)) >= columns) break;
    out.append(text, at, end - at);
    at = end;
  }
  return out + "…";
}

// The least round step that `count` goes into at most `most` times.
uint64_t RoundStep(uint64_t count, uint64_t most) {
  for (uint64_t power = 1;; power *= 10) {
    for (const uint64_t digit : {1U, 2U, 5U}) {
      if (count <= digit * power * most) return digit * power;
    }
  }
}

class Drawing {
 public:
  explicit Drawing(const PhraseChart& chart) : chart_(chart) {
    for (const PhraseChart::Line& line : chart_.lines) {
      for (const uint64_t count : line.sections) greatest_ = std::max(greatest_, count);
    }
    step_ = RoundStep(std::max<uint64_t>(greatest_, 1), 5);
    top_of_axis_ = (std::max<uint64_t>(greatest_, 1) + step_ - 1) / step_ * step_;
    slot_ = kPlotWidth / static_cast<double>(std::max<size_t>(1, chart_.periods.size()));
  }

  std::string Draw() {
    pugi::xml_node declaration = xml_.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    svg_ = xml_.append_child("svg");
    svg_.append_attribute("xmlns") = "http://www.w3.org/2000/svg";
    svg_.append_attribute("role") = "img";
    svg_.append_attribute("aria-labelledby") = "title desc";
    svg_.append_attribute("style") = "max-width:100%;height:auto";
    AddText(svg_, "title", Title()).append_attribute("id") = "title";
    AddText(svg_, "desc", Description()).append_attribute("id") = "desc";
    AddText(svg_, "style", kStyle);
    Words(kLeft, kTop + 6, Heading(), "head");
    Words(kLeft, kTop + 28,
          "Sections that held " + std::string(chart_.lines.size() > 1 ? "each" : "it") +
              " at the end of each " + (chart_.monthly ? "month" : "year"),
          "small");
    const double below_legend = DrawLegend(kTop + 58);
    plot_top_ = below_legend + 14;
    DrawAxes();
    for (size_t i = 0; i < chart_.lines.size(); ++i) DrawLine(i);
    WriteLastCounts();
    double bottom = plot_top_ + kPlotHeight + 40;
    if (!chart_.source.empty()) {
      Words(kLeft, bottom + 8, Shortened(chart_.source, 110), "small");
      bottom += 20;
    }
    const std::string height = Px(bottom + 8);
    svg_.append_attribute("width") = Px(kWidth).c_str();
    svg_.append_attribute("height") = height.c_str();
    svg_.append_attribute("viewBox") = ("0 0 " + Px(kWidth) + " " + height).c_str();
    StringWriter out;
    xml_.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return out.text + "\n";
  }

 private:
  static pugi::xml_node AddText(pugi::xml_node parent, const char* name, const std::string& text) {
    pugi::xml_node node = parent.append_child(name);
    node.text().set(Allowed(text).c_str());
    return node;
  }

  static void Set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name) = value.c_str();
  }

  pugi::xml_node Words(double x, double y, const std::string& text, const std::string& style_class,
                       const char* anchor = "start") {
    pugi::xml_node node = AddText(svg_, "text", text);
    Set(node, "x", Px(x));
    Set(node, "y", Px(y));
    Set(node, "class", style_class);
    if (std::string_view(anchor) != "start") Set(node, "text-anchor", anchor);
    return node;
  }

  void Stroke(double x1, double y1, double x2, double y2, const std::string& style_class) {
    pugi::xml_node node = svg_.append_child("line");
    Set(node, "x1", Px(x1));
    Set(node, "y1", Px(y1));
    Set(node, "x2", Px(x2));
    Set(node, "y2", Px(y2));
    Set(node, "class", style_class);
  }

  void Path(const std::string& way, const std::string& style_class) {
    pugi::xml_node node = svg_.append_child("path");
    Set(node, "d", way);
    Set(node, "class", style_class);
  }

  std::string Quoted(size_t line, size_t columns) const {
    return "“" + Shortened(chart_.lines[line].phrase, columns) + "”";
  }

  std::string Heading() const {
    if (chart_.lines.size() == 1) return Quoted(0, 70);
    return chart_.lines.empty() ? "Nothing" : std::to_string(chart_.lines.size()) + " phrases over time";
  }

  std::string Title() const {
    std::string title;
    for (size_t i = 0; i < chart_.lines.size(); ++i) title += (i == 0 ? "" : ", ") + Quoted(i, 80);
    return title + " over time";
  }

  // What the lines say, in words.
  std::string Description() const {
    if (chart_.periods.empty()) return "There is nothing to show.";
    std::string text = "How many sections held each phrase at the end of each " +
                       std::string(chart_.monthly ? "month" : "year") + " from " + chart_.periods.front() +
                       " to " + chart_.periods.back() + ".";
    for (size_t i = 0; i < chart_.lines.size(); ++i) {
      const std::vector<uint64_t>& counts = chart_.lines[i].sections;
      const auto most = std::max_element(counts.begin(), counts.end());
      text += " " + Quoted(i, 80) + ": " + std::to_string(counts.front()) + " in " + chart_.periods.front() +
              ", at most " + std::to_string(*most) + " in " +
              chart_.periods[static_cast<size_t>(most - counts.begin())] + ", " +
              std::to_string(counts.back()) + " in " + chart_.periods.back() + ".";
    }
    return text;
  }

  static std::string Dash(size_t line) { return " c" + std::to_string(line) + " d" + std::to_string(line); }

  // Returns where the next thing may begin.
  double DrawLegend(double y) {
    double x = kLeft;
    for (size_t i = 0; i < chart_.lines.size(); ++i) {
      const std::string name = Quoted(i, 60);
      const double width = kSwatchPx + static_cast<double>(DisplayWidth(name)) * kColumnPx;
      if (x > kLeft && x + width > kWidth - kRight) {
        x = kLeft;
        y += kLegendRow;
      }
      Stroke(x, y - 5, x + kSwatchPx - 10, y - 5, "line" + Dash(i));
      Words(x + kSwatchPx, y, name, "");
      x += width + kLegendGapPx;
    }
    return y;
  }

  double X(size_t period) const { return kLeft + static_cast<double>(period) * slot_; }
  double Y(uint64_t count) const {
    return plot_top_ + kPlotHeight * (1 - static_cast<double>(count) / static_cast<double>(top_of_axis_));
  }

  void DrawAxes() {
    for (uint64_t count = 0; count <= top_of_axis_; count += step_) {
      Stroke(kLeft, Y(count), kWidth - kRight, Y(count), count == 0 ? "axis" : "grid");
      Words(kLeft - 8, Y(count) + 4, Grouped(count), "small num", "end");
    }
    const double y = plot_top_ + kPlotHeight;
    const size_t step = LabelStep();
    double last_end = 0;
    for (size_t i = 0; i < chart_.periods.size(); ++i) {
      const std::string& period = chart_.periods[i];
      if (!IsLabelled(period, step)) continue;
      const bool whole_year = chart_.monthly && step >= 12;
      const double x = whole_year || slot_ < 4 ? X(i) : X(i) + slot_ / 2;
      if (x < last_end || x > kWidth - kRight + 12) continue;
      Stroke(x, y, x, y + 5, "axis");
      Words(x, y + 21, whole_year ? period.substr(0, 4) : period, "small num", "middle");
      last_end = x + kLabelPx * 0.8;
    }
  }

  // How many periods lie between two labels: round numbers of years, or months that part a year.
  size_t LabelStep() const {
    if (chart_.monthly) {
      for (const size_t step : {1U, 3U, 6U, 12U, 24U, 60U, 120U, 240U, 600U}) {
        if (static_cast<double>(step) * slot_ >= kLabelPx) return step;
      }
      return 1200;
    }
    return RoundStep(static_cast<uint64_t>(std::ceil(kLabelPx / slot_)), 1);
  }

  bool IsLabelled(const std::string& period, size_t step) const {
    const size_t year = std::stoul(period.substr(0, 4));
    if (!chart_.monthly) return year % step == 0;
    const size_t month = std::stoul(period.substr(5)) - 1;
    return step >= 12 ? month == 0 && year % (step / 12) == 0 : month % step == 0;
  }

  void DrawLine(size_t number) {
    const std::vector<uint64_t>& counts = chart_.lines[number].sections;
    if (counts.empty()) return;
    std::string way = "M" + Px(X(0)) + " " + Px(Y(counts[0]));
    for (size_t i = 0; i < counts.size(); ++i) {
      if (i > 0 && counts[i] != counts[i - 1]) way += "V" + Px(Y(counts[i]));
      if (i + 1 == counts.size() || counts[i] != counts[i + 1]) way += "H" + Px(X(i + 1));
    }
    const std::string color = " f" + std::to_string(number);
    if (chart_.lines.size() == 1) Path(way + "V" + Px(Y(0)) + "H" + Px(X(0)) + "Z", "area" + color);
    Path(way, "line" + Dash(number));
    pugi::xml_node dot = svg_.append_child("circle");
    Set(dot, "cx", Px(X(counts.size())));
    Set(dot, "cy", Px(Y(counts.back())));
    Set(dot, "r", "4");
    Set(dot, "class", "dot" + color);
  }

  // The number that each line ends with, beside its end; where ends are close, below each other.
  void WriteLastCounts() {
    std::vector<std::pair<double, size_t>> ends;
    for (size_t i = 0; i < chart_.lines.size(); ++i) {
      if (!chart_.lines[i].sections.empty()) ends.emplace_back(Y(chart_.lines[i].sections.back()), i);
    }
    std::sort(ends.begin(), ends.end());
    double lowest = plot_top_ + kPlotHeight;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
      end->first = std::min(end->first, lowest);
      lowest = end->first - kLastGapPx;
    }
    for (const auto& [y, line] : ends) {
      Words(kWidth - kRight + 10, y + 4, Grouped(chart_.lines[line].sections.back()),
            "small num f" + std::to_string(line));
    }
  }

  const PhraseChart& chart_;
  pugi::xml_document xml_;
  pugi::xml_node svg_;
  uint64_t greatest_ = 0, step_ = 1, top_of_axis_ = 1;
  double slot_ = 1, plot_top_ = 0;
};

}  // namespace

std::string RenderPhraseChart(const PhraseChart& chart) { return Drawing(chart).Draw(); }

}  // namespace muragat
