#include "muragat/text/han_numeral.h"

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr uint32_t kEnd = 10'000;

std::optional<uint32_t> Figure(char32_t c) {
  constexpr std::u32string_view kFigures = U"〇一二三四五六七八九";
  if (c == U'零') return 0;
  if (c == U'两' || c == U'兩') return 2;
  const size_t found = kFigures.find(c);
  if (found == std::u32string_view::npos) return std::nullopt;
  return static_cast<uint32_t>(found);
}

uint32_t Unit(char32_t c) { return c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0; }

}  // namespace

std::optional<uint32_t> ReadHanNumeral(std::string_view text) {
  if (text.empty()) return std::nullopt;
  uint32_t sum = 0, figures = 0, last_unit = kEnd;
  bool has_figure = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    if (const auto figure = Figure(c)) {
      figures = 10 * figures + *figure;
      has_figure = true;
      if (figures >= kEnd) return std::nullopt;
      continue;
    }
    const uint32_t unit = Unit(c);
    if (unit == 0 || unit >= last_unit || figures >= 10) return std::nullopt;
    sum += (has_figure && figures > 0 ? figures : 1) * unit;  // 一千零十: the nought only tells of a gap
    last_unit = unit;
    figures = 0;
    has_figure = false;
  }
  if (last_unit != kEnd && figures >= 10) return std::nullopt;
  return sum + figures;
}

}  // namespace muragat
