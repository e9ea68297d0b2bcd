#include <algorithm>

#include "muragat/render/page.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr std::string_view kEllipsis = "…";

// The pieces of `script`, in which neighbours differ in kind.
std::vector<MarkedPiece> CutPieces(const SectionChange& change) {
  std::vector<MarkedPiece> out;
  const auto append = [&out](EditKind kind, std::string_view text) {
    if (text.empty()) return;
    if (out.empty() || out.back().kind != kind) out.push_back({kind, {}});
    out.back().text.append(text);
  };
  const std::string_view older = change.older_text;
  const auto slice = [older](uint64_t at, uint64_t size) {
    return at < older.size() ? older.substr(at, size) : std::string_view();
  };
  uint64_t at = 0;
  for (const Edit& edit : change.script) {
    switch (edit.kind) {
      case EditKind::kKeep:
      case EditKind::kDelete:
        append(edit.kind, slice(at, edit.size_bytes));
        at += edit.size_bytes;
        break;
      case EditKind::kInsert:
        append(edit.kind, edit.text);
        break;
      case EditKind::kCopy:
        append(EditKind::kInsert, slice(edit.source_bytes, edit.size_bytes));
        break;
    }
  }
  return out;
}

// Cuts the middle out of `text`, so that `first_words` stay before it and `last_words` after it.
std::string CutMiddle(const std::string& text, uint64_t first_words, uint64_t last_words) {
  const std::vector<Token> tokens = CutWords(text);
  const auto words = static_cast<uint64_t>(
      std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::kWord; }));
  if (words <= first_words + last_words) return text;
  size_t head = 0, tail = text.size(), at = 0;
  uint64_t seen = 0;
  for (const Token& token : tokens) {
    const bool word = token.kind == TokenKind::kWord;
    if (word && seen == words - last_words) tail = std::min(tail, at);
    at += token.size_bytes;
    if (word && ++seen == first_words) head = at;
  }
  std::string out = text.substr(0, head);
  if (head != 0) out.push_back(' ');
  out.append(kEllipsis);
  if (tail != text.size()) out.append(" ").append(text, tail);
  return out;
}

}  // namespace

std::vector<MarkedPiece> ExcerptChange(const SectionChange& change, uint64_t context_words) {
  std::vector<MarkedPiece> pieces = CutPieces(change);
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != EditKind::kKeep) continue;
    const bool first = i == 0, last = i + 1 == pieces.size();
    const uint64_t after = first ? 0 : last ? context_words : (context_words + 1) / 2;
    const uint64_t before = last ? 0 : first ? context_words : context_words / 2;
    pieces[i].text = CutMiddle(pieces[i].text, after, before);
  }
  return pieces;
}

}  // namespace muragat
