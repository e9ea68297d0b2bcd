#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"

namespace muragat::import {

// A row of a table: the line on which it begins, counted from 1, and its fields.
struct CsvRow {
  uint64_t line = 0;
  std::vector<std::string> fields;
};

// Reads comma-separated values as RFC 4180 writes them: fields parted by `separator`, rows by line ends (LF
// or CRLF); a field that holds either stands in quotation marks, which are doubled within. A byte order mark
// and empty lines are passed over. Errors: kInvalidArgument, naming the line: a quotation mark is not closed,
// stands within a field, or something stands behind a closing one.
Result<std::vector<CsvRow>> ReadCsv(std::string_view text, char separator = ',');

}  // namespace muragat::import
