#include "import/html_table.h"

#include <algorithm>
#include <charconv>

#include "import/html_inline.h"
#include "import/title_line.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxCellBytes = 600;
constexpr size_t kMaxColumns = 64;

size_t SpanOf(const HtmlTree& tree, uint32_t cell) {
  const std::string_view span = tree.Attribute(cell, "colspan");
  size_t columns = 1;
  std::from_chars(span.data(), span.data() + span.size(), columns);
  return std::clamp<size_t>(columns, 1, kMaxColumns);
}

bool HoldsTable(const HtmlTree& tree, uint32_t index) {
  for (uint32_t i = index + 1; i < tree[index].end; ++i) {
    if (tree[i].kind == HtmlKind::kTable) return true;
  }
  return false;
}

// "1)", "(b)", "2.", "–": what numbers or marks the text beside it.
bool IsItemMark(std::string_view text) {
  constexpr std::string_view kMarks[] = {"-", "–", "—", "•", "·", "*", "\\*"};
  return ReadListNumber(text).shape != 0 || std::ranges::find(kMarks, text) != std::end(kMarks);
}

std::string CellText(const HtmlTree& tree, uint32_t cell, const std::vector<bool>& left_out) {
  HtmlInlineWriter writer(tree, left_out);
  writer.Append(cell);
  std::string text;
  for (const char c : writer.Take()) {
    if (c == '|') text += '\\';
    text += c == '\n' ? ' ' : c;
  }
  return text;
}

}  // namespace

HtmlTable ReadHtmlTable(const HtmlTree& tree, uint32_t index, const std::vector<bool>& left_out) {
  HtmlTable table;
  for (uint32_t i = index + 1; i < tree[index].end;) {
    const HtmlNode& node = tree[i];
    if (left_out[i] || node.kind == HtmlKind::kTable) {
      i = node.end;
    } else if (node.kind == HtmlKind::kRow) {
      table.rows.emplace_back();
      ++i;
    } else if (node.kind == HtmlKind::kCell) {
      if (table.rows.empty()) table.rows.emplace_back();
      table.rows.back().push_back(i);
      i = node.end;
    } else {
      if (node.name == "caption") table.captions.push_back(i);
      i = node.name == "caption" ? node.end : i + 1;
    }
  }
  std::erase_if(table.rows, [](const auto& row) { return row.empty(); });
  return table;
}

std::optional<std::vector<std::string>> WritePipeTable(const HtmlTree& tree, uint32_t index,
                                                       const HtmlTable& table,
                                                       const std::vector<bool>& left_out) {
  const std::string_view role = tree.Attribute(index, "role");
  if (role == "presentation" || role == "none" || table.rows.size() < 2 || HoldsTable(tree, index))
    return std::nullopt;
  std::vector<std::string> lines;
  size_t widest = 0, header = 0;
  bool all_marked = true;  // the first column is nothing but numbers of items
  for (const auto& row : table.rows) {
    std::string line = "|";
    size_t columns = 0;
    bool has_text = false;
    for (const uint32_t cell : row) {
      const std::string text = CellText(tree, cell, left_out);
      if (text.size() > kMaxCellBytes) return std::nullopt;
      has_text = has_text || !text.empty();
      if (columns == 0 && !text.empty()) all_marked = all_marked && IsItemMark(text);
      const size_t span = std::min(SpanOf(tree, cell), kMaxColumns - std::min(columns, kMaxColumns - 1));
      line.append(" ").append(text).append(text.empty() ? "|" : " |");
      for (size_t i = 1; i < span; ++i) line += " |";
      columns += span;
    }
    if (!has_text) continue;
    widest = std::max(widest, columns);
    if (lines.empty()) header = columns;
    lines.push_back(std::move(line));
  }
  if (lines.size() < 2 || widest < 2 || all_marked) return std::nullopt;
  widest = std::min(widest, kMaxColumns);
  for (; header < widest; ++header) lines.front() += " |";
  std::string rule = "|";
  for (size_t i = 0; i < header; ++i) rule += "---|";
  lines.insert(lines.begin() + 1, std::move(rule));
  return lines;
}

}  // namespace muragat::import
