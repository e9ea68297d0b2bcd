#include "muragat/render/change_rows.h"

#include <string_view>
#include <utility>

namespace muragat {
namespace {

bool IsBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

class RowCutter {
 public:
  std::vector<ChangeRow> Cut(const std::vector<MarkedPiece>& marked) {
    for (const MarkedPiece& piece : marked) {
      if (piece.kind != EditKind::kKeep) {
        Append(piece);
        continue;
      }
      std::string_view text = piece.text;
      if (row_.changed && old_begins_ && new_begins_) Close();
      if (row_.changed) {
        const size_t end = text.find('\n');
        Append({EditKind::kKeep, std::string(text.substr(0, end == text.npos ? end : end + 1))});
        if (end == text.npos) continue;
        Close();
        text.remove_prefix(end + 1);
      }
      // Whole lines are a row of their own; what goes on belongs to the change behind it.
      const size_t last = text.rfind('\n');
      if (last != text.npos) {
        Append({EditKind::kKeep, std::string(text.substr(0, last + 1))});
        Close();
        text.remove_prefix(last + 1);
      }
      if (!text.empty()) Append({EditKind::kKeep, std::string(text)});
    }
    Close();
    return std::move(rows_);
  }

 private:
  void Append(MarkedPiece piece) {
    if (piece.text.empty()) return;
    const bool line_end = piece.text.back() == '\n', shows = !IsBlank(piece.text);
    if (piece.kind != EditKind::kInsert) {
      old_begins_ = line_end;
      row_.has_old |= shows;
    }
    if (piece.kind != EditKind::kDelete) {
      new_begins_ = line_end;
      row_.has_new |= shows;
    }
    row_.changed |= piece.kind != EditKind::kKeep;
    row_.pieces.push_back(std::move(piece));
  }

  void Close() {
    if (row_.has_old || row_.has_new) rows_.push_back(std::move(row_));
    row_ = {};
    old_begins_ = new_begins_ = true;
  }

  std::vector<ChangeRow> rows_;
  ChangeRow row_;
  bool old_begins_ = true, new_begins_ = true;  // whether what is next begins a line on that side
};

}  // namespace

std::vector<ChangeRow> CutRows(const std::vector<MarkedPiece>& marked) { return RowCutter().Cut(marked); }

}  // namespace muragat
