#include "import/csv.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

// Rows as "line: [field][field]", or why there are none.
std::string Read(std::string_view text, char separator = ',') {
  const auto rows = ReadCsv(text, separator);
  if (!rows.ok()) return rows.status().message();
  std::string lines;
  for (const CsvRow& row : *rows) {
    lines += std::to_string(row.line) + ":";
    for (const std::string& field : row.fields) lines += "[" + field + "]";
    lines += " ";
  }
  return lines;
}

TEST(ReadCsv, PartsFieldsAndRows) {
  EXPECT_EQ(Read("a,b\nc,,d\n"), "1:[a][b] 2:[c][][d] ");
  EXPECT_EQ(Read("a,b\r\nc,d"), "1:[a][b] 2:[c][d] ");
  EXPECT_EQ(Read("\xef\xbb\xbf"
                 "a\n\n\nb"),
            "1:[a] 4:[b] ");
  EXPECT_EQ(Read("a;b", ';'), "1:[a][b] ");
  EXPECT_EQ(Read(""), "");
}

TEST(ReadCsv, QuotedFieldsHoldSeparatorsLineEndsAndQuotationMarks) {
  EXPECT_EQ(Read("\"a,b\",\"c\"\"d\"\n\"e\nf\",g\nh"), "1:[a,b][c\"d] 2:[e\nf][g] 4:[h] ");
  EXPECT_EQ(Read("\"\",x"), "1:[][x] ");
  EXPECT_EQ(Read("a,\"\"\"\""), "1:[a][\"] ");
}

TEST(ReadCsv, NamesTheLineOfWhatCannotBeRead) {
  EXPECT_EQ(Read("a\nb,\"c\nd"), "line 2: a quotation mark is not closed");
  EXPECT_EQ(Read("a\"b"), "line 1: a quotation mark stands within a field");
  EXPECT_EQ(Read("a\n\"b\"c"), "line 2: something stands behind a closing quotation mark");
}

TEST(ReadCsv, ACarriageReturnWithoutALineFeedIsPartOfAField) { EXPECT_EQ(Read("a\rb,c"), "1:[a\rb][c] "); }

}  // namespace
}  // namespace muragat::import
