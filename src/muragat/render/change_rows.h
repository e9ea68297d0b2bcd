#pragma once

#include <vector>

#include "muragat/render/page.h"

namespace muragat {

// Lines of a change that stand beside each other: those of the old text on the left, those of the new one on
// the right.
struct ChangeRow {
  std::vector<MarkedPiece> pieces;  // never empty, never of white space alone
  bool has_old = false;             // whether anything but white space is kept or deleted
  bool has_new = false;             // … kept or inserted
  bool changed = false;             // whether anything is deleted or inserted
};

// Cuts a change into rows where both sides begin a line: a changed line is a row, unchanged ones between two
// changes are another. The pieces of the rows, put end to end, are `marked` but for lines that show nothing.
std::vector<ChangeRow> CutRows(const std::vector<MarkedPiece>& marked);

}  // namespace muragat
