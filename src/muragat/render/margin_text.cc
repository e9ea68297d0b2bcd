#include "muragat/render/margin_text.h"

#include <algorithm>
#include <string_view>

#include "muragat/text/display_width.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr std::string_view kRule = " │ ";
constexpr size_t kRuleColumns = 3;
constexpr size_t kMinColumns = 40;
constexpr size_t kMaxNoteShare = 2;  // the margin takes at most half of the width

// As much of `text` as takes `columns`, with an ellipsis where something is cut off.
std::string CutTo(std::string_view text, size_t columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  size_t at = 0, width = 0;
  while (at < text.size()) {
    size_t next = at;
    width += DisplayWidth(DecodeUtf8(text, next));
    if (width + 1 > columns) break;
    at = next;
  }
  return std::string(text.substr(0, at)) + "…";
}

// The first row of a line: up to `columns` columns, cut behind a blank or a wide character where there is
// one.
std::string_view FirstRow(std::string_view line, size_t columns) {
  size_t at = 0, width = 0, cut = 0;
  while (at < line.size()) {
    size_t next = at;
    const char32_t c = DecodeUtf8(line, next);
    const size_t wide = DisplayWidth(c);
    if (width + wide > columns && c != ' ') return line.substr(0, cut > 0 ? cut : std::max(at, next - at));
    width += wide;
    at = next;
    if (c == ' ' || wide == 2) cut = at;
  }
  return line;
}

class Writer {
 public:
  Writer(size_t note_columns, size_t text_columns)
      : note_columns_(note_columns), text_columns_(text_columns) {}

  void Add(const MarginNote& stretch) {
    note_ = CutTo(VisibleText(stretch.note), note_columns_);
    const std::string visible = VisibleText(stretch.text, true);
    std::string_view rest = visible;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      AddLine(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  std::string text;

 private:
  void AddLine(std::string_view line) {
    if (line.find_first_not_of(' ') == std::string_view::npos) {
      if (!std::exchange(blank_, true)) AddRow({}, {});
      return;
    }
    blank_ = false;
    while (line.find_first_not_of(' ') != std::string_view::npos) {
      const std::string_view row = FirstRow(line, text_columns_);
      AddRow(std::exchange(note_, {}), row);
      line.remove_prefix(row.size());
    }
  }

  void AddRow(std::string_view note, std::string_view row) {
    std::string line(note);
    line.append(note_columns_ - DisplayWidth(note), ' ').append(kRule).append(row);
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  }

  size_t note_columns_, text_columns_;
  std::string note_;  // that still has to be written
  bool blank_ = true;
};

}  // namespace

std::string RenderWithMargin(const std::vector<MarginNote>& stretches, size_t width_columns) {
  const size_t width = std::max(width_columns, kMinColumns);
  size_t note_columns = 0;
  for (const MarginNote& stretch : stretches)
    note_columns = std::max(note_columns, DisplayWidth(VisibleText(stretch.note)));
  note_columns = std::min(note_columns, (width - kRuleColumns) / kMaxNoteShare);
  Writer writer(note_columns, width - kRuleColumns - note_columns);
  for (const MarginNote& stretch : stretches) writer.Add(stretch);
  return writer.text;
}

}  // namespace muragat
