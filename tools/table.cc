#include "tools/table.h"

#include <algorithm>

#include "muragat/text/display_width.h"
#include "muragat/text/utf8.h"

namespace muragat::tools {
void Table::AddRow(std::vector<std::string> cells) {
  for (std::string& cell : cells) cell = VisibleText(cell);
  cells.resize(columns_.size());
  rows_.push_back(std::move(cells));
}

std::string Table::Text() const {
  if (rows_.empty()) return {};
  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.title);
  std::vector<size_t> widths(columns_.size());
  for (size_t i = 0; i < columns_.size(); ++i) {
    widths[i] = DisplayWidth(titles[i]);
    for (const auto& row : rows_) widths[i] = std::max(widths[i], DisplayWidth(row[i]));
  }
  std::string text;
  const auto append = [&](const std::vector<std::string>& row) {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      if (widths[i] == 0) continue;
      if (i > 0) line += "  ";
      const std::string padding(widths[i] - DisplayWidth(row[i]), ' ');
      line += columns_[i].align == Align::kRight ? padding + row[i] : row[i] + padding;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + '\n';
  };
  append(titles);
  for (const auto& row : rows_) append(row);
  return text;
}

}  // namespace muragat::tools
