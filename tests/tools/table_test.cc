#include "tools/table.h"

#include <gtest/gtest.h>

#include "muragat/text/display_width.h"

namespace muragat::tools {
namespace {

TEST(DisplayWidth, CountsColumnsOfATerminal) {
  EXPECT_EQ(DisplayWidth(""), 0u);
  EXPECT_EQ(DisplayWidth("Majilis"), 7u);
  EXPECT_EQ(DisplayWidth("Мәжіліс"), 7u);
  EXPECT_EQ(DisplayWidth("议会"), 4u);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1u);
}

TEST(Table, AlignsWhatIsWideAndWhatIsCombined) {
  Table table({{"a"}, {"b", Align::kRight}, {"c"}});
  table.AddRow({"议会", "1", "x"});
  table.AddRow({"e\u0301", "100", "y"});
  EXPECT_EQ(table.Text(),
            "a       b  c\n"
            "议会    1  x\n"
            "e\u0301     100  y\n");
}

TEST(Table, WithoutRowsIsEmpty) { EXPECT_EQ(Table({{"a"}}).Text(), ""); }

TEST(Table, ACellIsOneSafeLine) {
  Table table({{"a"}});
  table.AddRow({"x\x1b[31m\ny"});
  EXPECT_EQ(table.Text(), "a\nx␛[31m␊y\n");
}

TEST(Table, AColumnWithoutTitleAndTextIsLeftOut) {
  Table table({{"a"}, {""}, {"b"}});
  table.AddRow({"1", "", "2"});
  EXPECT_EQ(table.Text(), "a  b\n1  2\n");
}

}  // namespace
}  // namespace muragat::tools
