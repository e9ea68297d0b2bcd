#include <algorithm>

#include "muragat/render/page.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr std::string_view kEllipsis = "…";

// Cuts a change's script into pieces, in which neighbours differ in kind or in what moved.
class PieceCutter {
 public:
  explicit PieceCutter(const SectionChange& change) : change_(change) {}

  std::vector<MarkedPiece> Cut() {
    for (const Edit& edit : change_.script) {
      switch (edit.kind) {
        case EditKind::kKeep:
          Append(EditKind::kKeep, OlderSlice(older_at_, edit.size_bytes));
          older_at_ += edit.size_bytes, newer_at_ += edit.size_bytes;
          break;
        case EditKind::kDelete:
          AppendParts(EditKind::kDelete, OlderSlice(older_at_, edit.size_bytes), older_at_, newer_at_);
          older_at_ += edit.size_bytes;
          break;
        case EditKind::kInsert:
          AppendParts(EditKind::kInsert, edit.text, newer_at_, older_at_);
          newer_at_ += edit.size_bytes;
          break;
        case EditKind::kCopy:
          Append(EditKind::kInsert, OlderSlice(edit.source_bytes, edit.size_bytes));
          newer_at_ += edit.size_bytes;
          break;
      }
    }
    return std::move(pieces_);
  }

 private:
  std::string_view OlderSlice(uint64_t at, uint64_t size) const {
    const std::string_view older = change_.older_text;
    return at < older.size() ? older.substr(at, size) : std::string_view();
  }

  // `text` stands at `at` of its own side; what is there of the other one is at `other_at`.
  void AppendParts(EditKind kind, std::string_view text, size_t at, size_t other_at) {
    const size_t begin = at;
    while (at < begin + text.size()) {
      size_t end = begin + text.size();
      Move move = Move::kNone;
      for (const MovedText& one : change_.moved) {
        const bool deleted = kind == EditKind::kDelete;
        const size_t own = deleted ? one.older_begin : one.newer_begin;
        const size_t other = deleted ? one.newer_begin : one.older_begin;
        if (own <= at && at < own + one.size_bytes) {
          end = std::min(end, own + one.size_bytes);
          move = other > other_at ? Move::kDown : Move::kUp;
        } else if (own > at) {
          end = std::min(end, own);
        }
      }
      Append(kind, text.substr(at - begin, end - at), move);
      at = end;
    }
  }

  void Append(EditKind kind, std::string_view text, Move move = Move::kNone) {
    if (text.empty()) return;
    if (pieces_.empty() || pieces_.back().kind != kind || pieces_.back().move != move)
      pieces_.push_back({kind, {}, move});
    pieces_.back().text.append(text);
  }

  const SectionChange& change_;
  std::vector<MarkedPiece> pieces_;
  size_t older_at_ = 0, newer_at_ = 0;
};

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
  std::vector<MarkedPiece> pieces = PieceCutter(change).Cut();
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
