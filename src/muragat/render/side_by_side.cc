#include "muragat/render/side_by_side.h"

#include <algorithm>
#include <vector>

#include "muragat/render/inline_text.h"
#include "muragat/render/page.h"
#include "muragat/text/display_width.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr std::string_view kBetween = " │ ";
constexpr size_t kBetweenColumns = 3;
constexpr size_t kMarkColumns = 2;  // "[-", "+}" and their like
constexpr size_t kMinColumns = 24;

// A piece of a line that is shown in one way.
struct Run {
  std::string text;
  PieceMarks marks;
  bool IsChanged() const { return !marks.begin.empty(); }
};
using Line = std::vector<Run>;

// The lines of one side, as far as they are not yet shown beside the other's.
class Side {
 public:
  Side() : lines_(1) {}
  void Append(std::string_view text, const PieceMarks& marks) {
    while (true) {
      const size_t end = std::min(text.find('\n'), text.size());
      if (end > 0) lines_.back().push_back({std::string(text.substr(0, end)), marks});
      if (end == text.size()) return;
      lines_.emplace_back();
      text.remove_prefix(end + 1);
    }
  }
  // All lines but the one that goes on.
  std::vector<Line> TakeWhole() {
    std::vector<Line> whole(std::make_move_iterator(lines_.begin()),
                            std::make_move_iterator(lines_.end() - 1));
    lines_.erase(lines_.begin(), lines_.end() - 1);
    return whole;
  }
  // Whether the line that goes on shows nothing but blanks yet.
  bool BeginsALine() const {
    return std::all_of(lines_.back().begin(), lines_.back().end(),
                       [](const Run& run) { return run.text.find_first_not_of(' ') == std::string::npos; });
  }
  std::vector<Line> TakeAll() {
    if (lines_.back().empty()) lines_.pop_back();
    return std::move(lines_);
  }

 private:
  std::vector<Line> lines_;
};

// A line folded to a number of columns: each row with its marks, and how many columns it takes.
class Folder {
 public:
  Folder(size_t columns, size_t mark_columns) : columns_(columns), mark_columns_(mark_columns) {}

  struct Row {
    std::string text;
    size_t columns = 0;
  };

  std::vector<Row> Fold(const Line& line) {
    rows_.assign(1, {});
    for (const Run& run : line) {
      std::string_view rest = run.text;
      bool open = false;
      while (!rest.empty()) {
        // A word and the blanks behind it; a wide character is a word.
        const std::string_view word = rest.substr(0, WordBytes(rest));
        rest.remove_prefix(word.size());
        Place(word, run, open);
      }
      Close(run, open);
    }
    return std::move(rows_);
  }

 private:
  static size_t WordBytes(std::string_view text) {
    size_t at = 0;
    bool blank = false;
    while (at < text.size()) {
      size_t next = at;
      const char32_t c = DecodeUtf8(text, next);
      const bool wide = DisplayWidth(c) == 2;
      if ((blank && c != ' ') || (wide && at > 0)) break;
      blank = c == ' ';
      at = next;
      if (wide) break;
    }
    return at;
  }

  void Open(const Run& run, bool& open) {
    rows_.back().text.append(run.marks.begin);
    rows_.back().columns += mark_columns_;
    open = true;
  }
  void Close(const Run& run, bool& open) {
    if (!open) return;
    rows_.back().text.append(run.marks.end);
    rows_.back().columns += mark_columns_;
    open = false;
  }

  void Place(std::string_view word, const Run& run, bool& open) {
    const size_t marks = run.IsChanged() ? (open ? 1 : 2) * mark_columns_ : 0;
    std::string_view trimmed = word;
    while (trimmed.ends_with(' ')) trimmed.remove_suffix(1);
    if (rows_.back().columns > 0 && rows_.back().columns + marks + DisplayWidth(trimmed) > columns_) {
      Close(run, open);
      rows_.emplace_back();
    }
    if (run.IsChanged() && !open) Open(run, open);
    for (size_t at = 0; at < word.size();) {
      const size_t begin = at;
      const size_t width = DisplayWidth(DecodeUtf8(word, at));
      const size_t closing = open ? mark_columns_ : 0;
      if (rows_.back().columns + width + closing > columns_) {
        if (word[begin] == ' ') continue;  // blanks at a row's end
        Close(run, open);
        rows_.emplace_back();
        if (run.IsChanged()) Open(run, open);
      }
      rows_.back().text.append(word.substr(begin, at - begin));
      rows_.back().columns += width;
    }
  }

  size_t columns_;
  size_t mark_columns_;  // of what stands before a change in each row, and as many behind it
  std::vector<Row> rows_;
};

class Columns {
 public:
  explicit Columns(const SideBySideOptions& options)
      : columns_((std::max(options.width_columns, kMinColumns) - kBetweenColumns) / 2),
        folder_(columns_, options.color ? 0 : kMarkColumns) {}

  void Append(const std::vector<Line>& left, const std::vector<Line>& right) {
    for (size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const auto left_rows = i < left.size() ? folder_.Fold(left[i]) : std::vector<Folder::Row>();
      const auto right_rows = i < right.size() ? folder_.Fold(right[i]) : std::vector<Folder::Row>();
      for (size_t row = 0; row < std::max(left_rows.size(), right_rows.size()); ++row) {
        const Folder::Row empty;
        AppendRow(row < left_rows.size() ? left_rows[row] : empty,
                  row < right_rows.size() ? right_rows[row] : empty);
      }
    }
  }

  // Without rows at the end that show nothing.
  std::string TakeText() {
    const std::string empty = std::string(columns_, ' ') + " │\n";
    while (text_.ends_with(empty)) text_.resize(text_.size() - empty.size());
    return std::move(text_);
  }

 private:
  void AppendRow(const Folder::Row& left, const Folder::Row& right) {
    std::string row = left.text;
    row.append(columns_ - std::min(columns_, left.columns), ' ').append(kBetween).append(right.text);
    row.erase(row.find_last_not_of(' ') + 1);
    text_.append(row).push_back('\n');
  }

  size_t columns_;
  Folder folder_;
  std::string text_;
};

}  // namespace

std::string RenderSideBySide(const SectionChange& change, const SideBySideOptions& options) {
  std::string heading = RenderChangeHeading(change);
  if (options.color) heading = "\x1b[1m" + heading + "\x1b[0m";
  Side left, right;
  Columns columns(options);
  for (const MarkedPiece& piece : ExcerptChange(change, options.context_words)) {
    const std::string text = VisibleText(piece.text, true);
    const PieceMarks marks = MarksOf(piece, options.color);
    if (piece.kind == EditKind::kDelete) {
      left.Append(text, marks);
    } else if (piece.kind == EditKind::kInsert) {
      right.Append(text, marks);
    } else {
      // Lines that came or went stand beside nothing, where what follows is in both.
      if (left.BeginsALine() && right.BeginsALine()) columns.Append(left.TakeWhole(), right.TakeWhole());
      // The sides are level again where both begin a line.
      for (std::string_view rest = text; !rest.empty();) {
        const size_t end = rest.find('\n') == std::string_view::npos ? rest.size() : rest.find('\n') + 1;
        left.Append(rest.substr(0, end), {});
        right.Append(rest.substr(0, end), {});
        if (rest[end - 1] == '\n') columns.Append(left.TakeWhole(), right.TakeWhole());
        rest.remove_prefix(end);
      }
    }
  }
  columns.Append(left.TakeAll(), right.TakeAll());
  return heading + '\n' + columns.TakeText();
}

}  // namespace muragat
