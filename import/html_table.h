#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "import/html_tree.h"

namespace muragat::import {

// The rows of a table, by the nodes of their cells.
struct HtmlTable {
  std::vector<std::vector<uint32_t>> rows;  // none is empty
  std::vector<uint32_t> captions;
};

// Reads the table `index` without those within it.
HtmlTable ReadHtmlTable(const HtmlTree& tree, uint32_t index, const std::vector<bool>& left_out);

// The lines of a pipe table, or nothing where the table only places things on the page: where it has one row
// or one column, the role of presentation, another table in it, a long text in a cell, or a first column that
// numbers the second as items ("1)", "–").
std::optional<std::vector<std::string>> WritePipeTable(const HtmlTree& tree, uint32_t index,
                                                       const HtmlTable& table,
                                                       const std::vector<bool>& left_out);

}  // namespace muragat::import
