#include "muragat/render/marked_value.h"

#include <algorithm>
#include <string>

#include "muragat/render/markup.h"

namespace muragat {

TemplateValue Marked(std::string_view text) { return ToTemplateValue(MarkText(text)); }

void SetMarked(TemplateValue& value, std::string_view name, std::string_view text) {
  if (!text.empty()) value.Set(name, Marked(text));
}

TemplateValue MarkChange(const std::vector<MarkedPiece>& marked) {
  constexpr std::string_view kSpace = " \t\r\n";
  TemplateValue::List pieces;
  for (size_t i = 0; i < marked.size(); ++i) {
    std::string_view text = marked[i].text;
    if (i == 0) text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
    if (i + 1 == marked.size()) text = text.substr(0, text.find_last_not_of(kSpace) + 1);
    if (text.empty()) continue;
    TemplateValue piece;
    const bool moved = marked[i].move != Move::kNone;
    if (moved) piece.Set("direction", std::string(marked[i].move == Move::kDown ? "down" : "up"));
    switch (marked[i].kind) {
      case EditKind::kDelete:
        piece.Set(moved ? "left" : "deleted", Marked(text));
        break;
      case EditKind::kInsert:
        piece.Set(moved ? "arrived" : "inserted", Marked(text));
        break;
      default:
        piece.Set("kept", Marked(text));
    }
    pieces.push_back(std::move(piece));
  }
  TemplateValue out;
  out.Set("pieces", std::move(pieces));
  return out;
}

}  // namespace muragat
