#include "import/html_markdown.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "import/html_counts.h"
#include "import/html_inline.h"
#include "import/html_table.h"
#include "import/markdown_inline.h"
#include "import/text_check.h"
#include "import/title_line.h"
#include "muragat/text/character.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxHeadingBytes = 1000;  // what is longer is a paragraph in a heading's dress
constexpr size_t kMaxMarkBytes = 12;       // of a first cell that numbers the second
constexpr uint32_t kDeepestLevel = 6;

class BlockWriter {
 public:
  BlockWriter(const HtmlTree& tree, const std::vector<bool>& left_out, const std::vector<bool>& targets,
              size_t max_bytes)
      : tree_(tree),
        left_out_(left_out),
        max_bytes_(max_bytes),
        targets_(tree, [&](uint32_t i) { return targets[i]; }),
        blocks_(tree, [&](uint32_t i) { return !left_out[i] && IsBlockKind(tree[i].kind); }),
        headings_(tree, [&](uint32_t i) { return !left_out[i] && tree[i].kind == HtmlKind::kHeading; }),
        inline_(tree, left_out) {}

  void WritePart(uint32_t index) {
    WriteNode(index);
    Flush();
  }
  std::string& text() { return out_; }

 private:
  void WriteChildren(uint32_t index) {
    for (uint32_t child = index + 1; child < tree_[index].end; child = tree_[child].end) WriteNode(child);
  }

  void WriteNode(uint32_t index) {
    if (left_out_[index] || out_.size() > max_bytes_) return;
    const HtmlKind kind = tree_[index].kind;
    if (!IsBlockKind(kind)) {
      if (blocks_.Within(index) == 0) {
        at_target_ = at_target_ || targets_.Of(index) > 0;
        return inline_.Append(index);
      }
      return WriteChildren(index);
    }
    Flush();
    const bool marks_lines = kind == HtmlKind::kHeading || kind == HtmlKind::kCodeBlock ||
                             kind == HtmlKind::kTable || kind == HtmlKind::kList || kind == HtmlKind::kQuote;
    if (marks_lines) FinishMark();
    at_target_ = at_target_ || targets_.Of(index) > targets_.Within(index);
    if (kind == HtmlKind::kHeading) {
      WriteHeading(index);
    } else if (kind == HtmlKind::kCodeBlock) {
      WriteCode(index);
    } else if (kind == HtmlKind::kTable) {
      WriteTable(index);
    } else if (kind == HtmlKind::kList && headings_.Within(index) == 0) {
      WriteList(index);
    } else if (kind == HtmlKind::kQuote && headings_.Within(index) == 0) {
      WriteQuote(index);
    } else {
      WriteChildren(index);
    }
    Flush();
  }

  // One line of the text, behind what its container puts before it.
  void WriteLine(std::string_view line) {
    if (out_.size() > max_bytes_) return;
    if (std::exchange(gap_, false) && !out_.empty()) {
      out_.append(TrimBlank(prefix_));
      out_ += '\n';
    }
    out_ += first_prefix_.empty() ? prefix_ : first_prefix_;
    first_prefix_.clear();
    out_.append(line);
    out_ += '\n';
  }

  // Ends the paragraph that is being written.
  void Flush() {
    if (inline_.empty()) return;
    const std::string text = inline_.Take();
    if (text.empty()) return;
    const bool targeted = std::exchange(at_target_, false) && prefix_.empty() && first_prefix_.empty();
    if (targeted && text.size() <= kMaxHeadingBytes && ReadLineKind(PlainInline(text)) == LineKind::kTitle) {
      return WriteHeadingLine(text, std::min(level_ + 1, kDeepestLevel));
    }
    for (std::string_view rest = text; !rest.empty();) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.empty()) {
        gap_ = true;
        continue;
      }
      const bool goes_on = !rest.empty() && rest.front() != '\n';
      WriteLine(EscapeLineStart(line) + (goes_on ? "  " : ""));
    }
    gap_ = true;
  }

  void WriteHeading(uint32_t index) {
    inline_.set_plain(true);
    inline_.Append(index);
    inline_.set_plain(false);
    std::string text = inline_.Take();
    std::ranges::replace(text, '\n', ' ');
    if (text.empty()) return;
    at_target_ = false;
    level_ = tree_.HeadingLevel(index);
    if (text.size() <= kMaxHeadingBytes) return WriteHeadingLine(text, level_);
    WriteLine(EscapeLineStart(text));
    gap_ = true;
  }

  void WriteHeadingLine(std::string text, uint32_t level) {
    if (text.back() == '#') text.insert(text.size() - 1, 1, '\\');
    gap_ = true;
    WriteLine(std::string(level, '#') + " " + text);
    gap_ = true;
  }

  void WriteCode(uint32_t index) {
    std::string code;
    for (uint32_t i = index + 1; i < tree_[index].end;) {
      if (left_out_[i]) {
        i = tree_[i].end;
        continue;
      }
      if (tree_[i].kind == HtmlKind::kText) code += tree_[i].text;
      if (tree_[i].kind == HtmlKind::kBreak) code += '\n';
      ++i;
    }
    if (TrimBlank(code).empty()) return;
    size_t longest = 0, run = 0;
    for (const char c : code) {
      run = c == '`' ? run + 1 : 0;
      longest = std::max(longest, run);
    }
    const std::string fence(std::max<size_t>(3, longest + 1), '`');
    code.resize(code.find_last_not_of(" \t\r\n\f") + 1);
    WriteLine(fence);
    for (std::string_view rest = code; !rest.empty();) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      WriteLine(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    WriteLine(fence);
    gap_ = true;
  }

  void WriteQuote(uint32_t index) {
    const std::string prefix = prefix_;
    if (!first_prefix_.empty()) first_prefix_ += "> ";
    if (gap_ && !out_.empty()) out_.append(TrimBlank(prefix_)).push_back('\n');
    gap_ = false;
    prefix_ += "> ";
    WriteChildren(index);
    Flush();
    prefix_ = prefix;
    gap_ = true;
  }

  void WriteList(uint32_t index) {
    const bool numbered = tree_[index].name == "ol";
    const std::string_view type = tree_.Attribute(index, "type");
    const bool lettered = numbered && (type == "a" || type == "A" || type == "i" || type == "I");
    int64_t number = NumberOf(index, "start", 1);
    const bool nested = std::exchange(in_list_, true);
    if (nested) gap_ = false;
    for (uint32_t child = index + 1; child < tree_[index].end; child = tree_[child].end) {
      if (left_out_[child]) continue;
      if (tree_[child].kind != HtmlKind::kItem) {
        WriteNode(child);
        continue;
      }
      Flush();
      number = NumberOf(child, "value", number);
      std::string mark = "- ";
      if (numbered) mark = (lettered ? Lettered(number, type[0]) : std::to_string(number)) + ". ";
      if (WriteItem(child, mark) && !lettered) gap_ = false;
      ++number;
    }
    Flush();
    in_list_ = nested;
    gap_ = true;
  }

  int64_t NumberOf(uint32_t index, std::string_view attribute, int64_t otherwise) const {
    constexpr int64_t kLargest = 999'999'999;
    const std::string_view text = tree_.Attribute(index, attribute);
    int64_t number = otherwise;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec != std::errc()) return otherwise;
    return std::clamp<int64_t>(number, 0, kLargest);
  }

  // "c", "AA", "iv" for 3, 27, 4; the number itself where it is too large.
  static std::string Lettered(int64_t number, char type) {
    std::string text;
    if (number < 1 || number > 3999) return std::to_string(number);
    if (type == 'a' || type == 'A') {
      for (int64_t left = number; left > 0; left = (left - 1) / 26) {
        text.insert(text.begin(), static_cast<char>(type + (left - 1) % 26));
      }
      return text;
    }
    constexpr std::pair<int, std::string_view> kRoman[] = {
        {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
        {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    for (const auto& [value, letters] : kRoman) {
      for (; number >= value; number -= value) text += letters;
    }
    if (type == 'I')
      std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c - 32); });
    return text;
  }

  // False where the item has no text.
  bool WriteItem(uint32_t index, const std::string& mark) {
    const std::string prefix = prefix_, first = first_prefix_;
    first_prefix_ = (first.empty() ? prefix : first) + mark;
    prefix_ += std::string(mark.size(), ' ');
    const size_t before = out_.size();
    WriteChildren(index);
    Flush();
    const bool written = out_.size() > before;
    prefix_ = prefix;
    first_prefix_ = written ? "" : first;
    return written;
  }

  void WriteTable(uint32_t index) {
    const HtmlTable table = ReadHtmlTable(tree_, index, left_out_);
    for (const uint32_t caption : table.captions) WriteNode(caption);
    if (headings_.Within(index) == 0) {
      if (const auto lines = WritePipeTable(tree_, index, table, left_out_)) {
        for (const std::string& line : *lines) WriteLine(line);
        gap_ = true;
        return;
      }
    }
    for (const auto& row : table.rows) {
      for (size_t i = 0; i < row.size(); ++i) {
        const bool marks = i + 1 < row.size() && WriteMark(row[i]);
        if (marks) continue;
        WriteChildren(row[i]);
        Flush();
      }
      FinishMark();
    }
    // What stands in the table and in none of its cells.
    for (uint32_t i = index + 1; i < tree_[index].end; i = tree_[i].end) {
      if (!left_out_[i] && tree_[i].kind == HtmlKind::kTable) WriteTable(i);
    }
  }

  // Takes a short first cell as what stands before the next one's text: "(1)".
  bool WriteMark(uint32_t cell) {
    if (!first_prefix_.empty() || tree_[cell].end - cell > 8 || headings_.Within(cell) > 0) return false;
    HtmlInlineWriter writer(tree_, left_out_);
    writer.Append(cell);
    const std::string text = writer.Take();
    if (text.empty() || text.size() > kMaxMarkBytes || text.find('\n') != std::string::npos) return false;
    mark_ = text;
    first_prefix_ = prefix_ + EscapeLineStart(text + " ");
    return true;
  }

  // Writes a mark that nothing followed.
  void FinishMark() {
    if (!first_prefix_.empty() && !mark_.empty()) {
      first_prefix_.clear();
      WriteLine(EscapeLineStart(mark_));
      gap_ = true;
    }
    mark_.clear();
  }

  const HtmlTree& tree_;
  const std::vector<bool>& left_out_;
  size_t max_bytes_;
  HtmlCounts targets_, blocks_, headings_;
  HtmlInlineWriter inline_;
  std::string out_;
  std::string prefix_;        // of each line, of the list and quotes that are open
  std::string first_prefix_;  // of the next line instead, where an item begins with it
  std::string mark_;
  bool gap_ = false;  // a blank line is due
  bool in_list_ = false;
  bool at_target_ = false;  // a link of the page leads to the paragraph that is being written
  uint32_t level_ = 0;      // of the heading before
};

}  // namespace

Result<std::string> WriteHtmlAsMarkdown(const HtmlTree& tree, std::span<const uint32_t> parts,
                                        const std::vector<bool>& left_out, const std::vector<bool>& targets,
                                        const Limits& limits) {
  BlockWriter writer(tree, left_out, targets, limits.max_text_bytes);
  for (const uint32_t part : parts) writer.WritePart(part);
  MURAGAT_RETURN_IF_ERROR(CheckTextSize(writer.text(), limits));
  return std::move(writer.text());
}

}  // namespace muragat::import
