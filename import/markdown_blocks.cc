#include "import/markdown_blocks.h"

#include <algorithm>
#include <array>

#include "import/heading_lines.h"
#include "import/html_block.h"
#include "import/lines.h"

namespace muragat::import {
namespace {

constexpr size_t kCodeColumns = 4;  // an indent of so many columns makes code of a line
constexpr size_t kNowhere = static_cast<size_t>(-1);

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }

bool IsBlankFrom(std::string_view line, size_t at) {
  return std::all_of(line.begin() + static_cast<std::ptrdiff_t>(std::min(at, line.size())), line.end(),
                     IsBlank);
}

// The first bytes that may make a line something else than a paragraph's: blanks, line ends and block marks.
constexpr std::array<bool, 256> MakeSpecialBytes() {
  std::array<bool, 256> special{};
  for (const char c : std::string_view(" \t\v\f\r\n#=-+*_`~<>[0123456789"))
    special[static_cast<unsigned char>(c)] = true;
  return special;
}
constexpr std::array<bool, 256> kSpecialBytes = MakeSpecialBytes();

// "***", "- - -", "___": three marks or more and blanks.
bool IsThematicBreak(std::string_view content) {
  const char mark = content[0];
  if (mark != '*' && mark != '-' && mark != '_') return false;
  size_t marks = 0;
  for (const char c : content) {
    if (c == mark) {
      ++marks;
    } else if (!IsBlank(c)) {
      return false;
    }
  }
  return marks >= 3;
}

bool IsSetextUnderline(std::string_view content) {
  const size_t marks = std::min(content.find_first_not_of(content[0]), content.size());
  return IsBlankFrom(content, marks);
}

// How many of the fence's byte open `content`: 3 or more, else 0.
size_t FenceSize(std::string_view content) {
  const size_t size = std::min(content.find_first_not_of(content[0]), content.size());
  if (size < 3) return 0;
  return content[0] == '`' && content.find('`', size) != std::string_view::npos ? 0 : size;
}

// A list item's mark at the beginning of a line's content.
struct ItemMark {
  size_t size_bytes = 0;    // 0: none
  bool interrupts = false;  // whether it may end a paragraph
};

ItemMark ReadItemMark(std::string_view content) {
  size_t size = 0;
  bool from_one = true;
  if (content[0] == '-' || content[0] == '+' || content[0] == '*') {
    size = 1;
  } else {
    while (size < content.size() && content[size] >= '0' && content[size] <= '9') ++size;
    if (size == 0 || size > 9 || size == content.size() || (content[size] != '.' && content[size] != ')'))
      return {};
    from_one = content.substr(0, size) == "1";
    ++size;
  }
  if (size < content.size() && !IsBlank(content[size])) return {};
  return {size, from_one && !IsBlankFrom(content, size)};
}

// A link reference or footnote definition ("[name]: …"), which is no paragraph.
bool IsDefinition(std::string_view content) {
  const size_t close = content.find("]:");
  return content[0] == '[' && close != std::string_view::npos && close > 1 && content.find('[', 1) > close;
}

class BlockScanner {
 public:
  BlockScanner(std::string_view text, std::vector<MarkdownHeading>& headings)
      : text_(text), headings_(headings) {}

  // Takes `line`, and with it the lines behind it that change nothing.
  void Take(const Line& line, LineReader& lines) {
    const bool literal = fence_size_ > 0 || html_ != HtmlBlockEnd::kNone;
    if (literal || line.end == line.begin || kSpecialBytes[static_cast<unsigned char>(text_[line.begin])]) {
      TakeSpecial(line);
      return;
    }
    TakeText(line);
    // A paragraph is open now, if only a lazy one: plain lines continue it.
    lines.SkipWithout(kSpecialBytes);
  }

 private:
  void TakeText(const Line& line) {
    if (paragraph_ != kNowhere || lazy_) return;
    item_columns_ = 0;
    paragraph_ = line.begin;
  }

  // Ends whatever is open.
  void CloseAll() {
    paragraph_ = kNowhere;
    lazy_ = false;
    item_columns_ = 0;
  }

  void TakeSpecial(const Line& line) {
    size_t columns = 0, at = line.begin;
    for (; at < line.end && IsBlank(text_[at]); ++at) columns += text_[at] == '\t' ? 4 - columns % 4 : 1;
    const std::string_view content = text_.substr(at, line.end - at);
    if (fence_size_ > 0) {
      if (columns < kCodeColumns && !content.empty() && content[0] == fence_byte_) {
        const size_t size = std::min(content.find_first_not_of(fence_byte_), content.size());
        if (size >= fence_size_ && IsBlankFrom(content, size)) fence_size_ = 0;
      }
      return;
    }
    if (html_ != HtmlBlockEnd::kNone) {
      if (html_ == HtmlBlockEnd::kBlankLine ? content.empty() : EndsHtmlBlock(html_, content)) {
        html_ = HtmlBlockEnd::kNone;
      }
      return;
    }
    if (content.empty()) {
      if (item_is_empty_) item_columns_ = 0;
      item_is_empty_ = false;
      paragraph_ = kNowhere;
      lazy_ = false;
      return;
    }
    if (item_columns_ > 0 && columns >= item_columns_) {
      lazy_ = IsLazyText(content);
      item_is_empty_ = false;
      return;
    }
    if (columns >= kCodeColumns) {
      if (paragraph_ == kNowhere && !lazy_) item_columns_ = 0;
      return;
    }
    if (!TakeBlock(line, content, columns)) TakeText(line);
  }

  // Whether a line within a container may be a paragraph's, which plain lines then continue.
  static bool IsLazyText(std::string_view content) {
    return !content.empty() && content[0] != '#' && !content.starts_with("```") &&
           !content.starts_with("~~~");
  }

  // Takes a line that begins a block; false where it is a paragraph's.
  bool TakeBlock(const Line& line, std::string_view content, size_t columns) {
    const bool in_paragraph = paragraph_ != kNowhere;
    switch (content[0]) {
      case '#':
        return TakeAtxHeading(line, content);
      case '=':
        return in_paragraph && TakeSetextHeading(line, content, 1);
      case '-':
        if (in_paragraph && TakeSetextHeading(line, content, 2)) return true;
        [[fallthrough]];
      case '*':
      case '_':
      case '+':
        if (IsThematicBreak(content)) {
          CloseAll();
          return true;
        }
        return content[0] != '_' && TakeItem(content, columns);
      case '`':
      case '~':
        fence_size_ = FenceSize(content);
        fence_byte_ = content[0];
        if (fence_size_ > 0) CloseAll();
        return fence_size_ > 0;
      case '>':
        CloseAll();
        lazy_ = IsLazyText(content.substr(std::min(content.find_first_not_of("> \t"), content.size())));
        return true;
      case '<':
        html_ = BeginsHtmlBlock(content, in_paragraph || lazy_);
        if (html_ == HtmlBlockEnd::kNone) return false;
        CloseAll();
        if (EndsHtmlBlock(html_, content)) html_ = HtmlBlockEnd::kNone;
        return true;
      case '[':
        if (in_paragraph || lazy_ || !IsDefinition(content)) return false;
        CloseAll();
        return true;
      default:
        return content[0] >= '0' && content[0] <= '9' && TakeItem(content, columns);
    }
  }

  bool TakeItem(std::string_view content, size_t columns) {
    const ItemMark mark = ReadItemMark(content);
    if (mark.size_bytes == 0 || (paragraph_ != kNowhere && !mark.interrupts)) return false;
    CloseAll();
    size_t at = mark.size_bytes, column = columns + mark.size_bytes;
    for (; at < content.size() && IsBlank(content[at]); ++at)
      column += content[at] == '\t' ? 4 - column % 4 : 1;
    const size_t behind_mark = columns + mark.size_bytes + 1;
    item_is_empty_ = at == content.size();
    // Code within the item is indented by its own four columns.
    const bool code = column >= behind_mark + kCodeColumns;
    item_columns_ = item_is_empty_ || code ? behind_mark : column;
    lazy_ = !item_is_empty_ && !code && IsLazyText(content.substr(at));
    return true;
  }

  bool TakeAtxHeading(const Line& line, std::string_view content) {
    const size_t level = std::min(content.find_first_not_of('#'), content.size());
    if (level > 6 || (level < content.size() && !IsBlank(content[level]))) return false;
    std::string_view title = content.substr(level);
    while (!title.empty() && IsBlank(title.back())) title.remove_suffix(1);
    const size_t kept = title.find_last_not_of('#') + 1;  // 0 where nothing but marks is there
    if (kept == 0 || IsBlank(title[kept - 1])) title = title.substr(0, kept);
    const auto begin = static_cast<size_t>(title.data() - text_.data());
    headings_.push_back({line.begin, begin, begin + title.size(), line.next, static_cast<uint32_t>(level)});
    CloseAll();
    return true;
  }

  bool TakeSetextHeading(const Line& line, std::string_view content, uint32_t level) {
    if (!IsSetextUnderline(content)) return false;
    headings_.push_back({paragraph_, paragraph_, line.begin, line.next, level});
    CloseAll();
    return true;
  }

  std::string_view text_;
  std::vector<MarkdownHeading>& headings_;
  size_t paragraph_ = kNowhere;  // where the open paragraph of the outermost level begins
  bool lazy_ = false;            // a paragraph within a list or quote is open, which plain lines continue
  size_t item_columns_ = 0;      // lines indented so far belong to the open list item; 0: none is open
  bool item_is_empty_ = false;   // nothing stands in that item yet
  size_t fence_size_ = 0;        // of the open fence; 0: none
  char fence_byte_ = '\0';
  HtmlBlockEnd html_ = HtmlBlockEnd::kNone;
};

}  // namespace

std::vector<MarkdownHeading> FindMarkdownHeadings(std::string_view text, size_t at, size_t max_headings) {
  std::vector<MarkdownHeading> headings;
  BlockScanner scanner(text, headings);
  LineReader lines(text, at);
  if (!lines.has_returns()) lines.EndAt(BehindLastHeadingLine(text, at));
  for (Line line; headings.size() <= max_headings && lines.Next(line);) scanner.Take(line, lines);
  return headings;
}

}  // namespace muragat::import
