#include "muragat/render/change_rows.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

constexpr EditKind kKeep = EditKind::kKeep, kDelete = EditKind::kDelete, kInsert = EditKind::kInsert;

// A row as "old | new", with what came and went in brackets.
std::string Show(const ChangeRow& row) {
  std::string older, newer;
  for (const MarkedPiece& piece : row.pieces) {
    if (piece.kind == kKeep) older += piece.text, newer += piece.text;
    if (piece.kind == kDelete) older += "[" + piece.text + "]";
    if (piece.kind == kInsert) newer += "{" + piece.text + "}";
  }
  return (row.has_old ? older : "") + "|" + (row.has_new ? newer : "");
}

std::vector<std::string> Rows(const std::vector<MarkedPiece>& marked) {
  std::vector<std::string> rows;
  for (const ChangeRow& row : CutRows(marked)) rows.push_back(Show(row));
  return rows;
}

TEST(CutRows, AChangedLineIsARow) {
  EXPECT_EQ(
      Rows(
          {{kKeep, "First.\nSecond.\nThe "}, {kDelete, "old"}, {kInsert, "new"}, {kKeep, " word.\nLast.\n"}}),
      (std::vector<std::string>{"First.\nSecond.\n|First.\nSecond.\n", "The [old] word.\n|The {new} word.\n",
                                "Last.\n|Last.\n"}));
}

TEST(CutRows, LinesThatCameStandBesideNothing) {
  EXPECT_EQ(Rows({{kKeep, "A\n"}, {kInsert, "B\n\n"}, {kKeep, "C\n"}}),
            (std::vector<std::string>{"A\n|A\n", "|{B\n\n}", "C\n|C\n"}));
  EXPECT_EQ(Rows({{kDelete, "A\n"}, {kKeep, "B"}}), (std::vector<std::string>{"[A\n]|", "B|B"}));
}

TEST(CutRows, OneSideThatGoesOnKeepsTheOtherInItsRow) {
  EXPECT_EQ(Rows({{kDelete, "A\nB"}, {kInsert, "C\n"}, {kKeep, "D\nE\n"}}),
            (std::vector<std::string>{"[A\nB]D\n|{C\n}D\n", "E\n|E\n"}));
}

TEST(CutRows, LeavesOutLinesThatShowNothing) {
  EXPECT_EQ(Rows({{kInsert, "A\n"}, {kKeep, "\n\n \n"}, {kInsert, "B\n"}}),
            (std::vector<std::string>{"|{A\n}", "|{B\n}"}));
  EXPECT_TRUE(CutRows({}).empty());
}

TEST(CutRows, SaysWhatHasChanged) {
  const auto rows = CutRows({{kKeep, "A\n"}, {kInsert, "B\n"}});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_FALSE(rows[0].changed);
  EXPECT_TRUE(rows[1].changed);
}

}  // namespace
}  // namespace muragat
