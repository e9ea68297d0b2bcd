#pragma once

#include <string>
#include <vector>

namespace muragat::tools {

enum class Align { kLeft, kRight };

struct Column {
  std::string title;
  Align align = Align::kLeft;
};

// Rows of text for a terminal, in columns as wide as their widest cell. Cells are made safe for a terminal,
// and cut to one line. Without rows the text is empty.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void AddRow(std::vector<std::string> cells);
  // The titles, the rows; no spaces at the ends of lines.
  std::string Text() const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace muragat::tools
