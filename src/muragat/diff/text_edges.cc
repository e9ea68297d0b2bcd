#include "muragat/diff/text_edges.h"

#include <algorithm>
#include <array>

#include "muragat/text/character.h"
#include "muragat/text/token_begin.h"
#include "muragat/text/utf8.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

// What a sign says of what stands behind it.
enum Sign : uint8_t { kEndsSentence = 1, kNeedsNoSpace = 2, kEndsClause = 4, kCloses = 8 };

constexpr std::array<uint8_t, 128> kAsciiSigns = [] {
  std::array<uint8_t, 128> signs{};
  for (const char c : std::string_view(".!?")) signs[static_cast<unsigned char>(c)] = kEndsSentence;
  for (const char c : std::string_view(",;:")) signs[static_cast<unsigned char>(c)] = kEndsClause;
  for (const char c : std::string_view(")]\"'*_")) signs[static_cast<unsigned char>(c)] = kCloses;
  return signs;
}();

uint8_t SignOf(std::string_view piece) {
  if (piece.size() == 1)
    return static_cast<uint8_t>(piece[0]) < 128 ? kAsciiSigns[static_cast<unsigned char>(piece[0])] : 0;
  const auto is_one_of = [piece](std::initializer_list<std::string_view> signs) {
    return std::find(signs.begin(), signs.end(), piece) != signs.end();
  };
  if (is_one_of({"。", "！", "？"})) return kEndsSentence | kNeedsNoSpace;
  if (is_one_of({"…", "؟", "।"})) return kEndsSentence;
  if (is_one_of({"，", "；", "：", "、", "،"})) return kEndsClause;
  return is_one_of({"”", "’", "»", "」", "）"}) ? kCloses : 0;
}

// A token of white space ends with its line end.
bool HoldsLineEnd(std::string_view space) { return space.back() == '\n' || space.back() == '\r'; }

// "ст. 4", "e.g. the", "J. Smith": a full stop that ends no sentence.
bool GoesOn(std::string_view text, size_t at, bool after_single_letter) {
  if (at >= text.size()) return false;
  const char32_t next = DecodeUtf8(text, at);
  return after_single_letter || IsLowerCase(next) || IsDigit(next);
}

size_t CountLetters(std::string_view word) {
  size_t letters = 0;
  bool narrow = true;  // nothing from U+1000 on
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    letters += (byte & 0xc0) != 0x80 ? size_t{1} : size_t{0};
    narrow = narrow && byte < 0xe1;
  }
  if (narrow) return letters;
  letters = 0;
  for (size_t at = 0; at < word.size();) {
    const char32_t c = DecodeUtf8(word, at);
    letters += c >= 0x1100 && IsWide(c) ? size_t{2} : size_t{1};
  }
  return letters;
}

// What goes on behind a unit's first sentence is found by reading a little of what is before it.
constexpr size_t kLeadBytes = 48, kMaxLeadBytes = 512;

// Where to begin, so that the first marks from `begin` on are right.
size_t FindLead(std::string_view text, size_t begin) {
  const size_t most = begin - std::min(begin, kLeadBytes), least = begin - std::min(begin, kMaxLeadBytes);
  for (size_t at = most; at > least; --at) {
    if (BeginsToken(text, at)) return at;
  }
  return least == 0 ? 0 : begin;
}

}  // namespace

TextEdges::TextEdges(std::string_view text)
    : text_(text), marks_(std::make_unique_for_overwrite<uint8_t[]>(text.size() + 1)) {
  units_.push_back({});
  for (size_t at = kBlockBytes; at + kBlockBytes < text.size(); at += kBlockBytes) {
    while (at < text.size() && !BeginsToken(text, at)) ++at;
    if (at >= text.size()) break;
    units_.push_back({.begin = at});
  }
  units_of_blocks_.resize(text.size() / kBlockBytes + 1);
  size_t unit = 0;
  for (size_t block = 0; block < units_of_blocks_.size(); ++block) {
    while (unit + 1 < units_.size() && units_[unit + 1].begin <= block * kBlockBytes) ++unit;
    units_of_blocks_[block] = static_cast<uint32_t>(unit);
  }
}

inline uint8_t TextEdges::MarkToken(size_t at, const Token& token, State& state) const {
  const std::string_view piece = text_.substr(at, token.size_bytes);
  uint8_t mark = kEdge;
  if (state.line_begins) mark |= kLine;
  state.line_begins = false;
  if (token.kind == TokenKind::kSpace) {
    mark |= kSpace;
    state.line_begins = HoldsLineEnd(piece);
    if (state.sentence_ends && !GoesOn(text_, at + token.size_bytes, state.after_single_letter)) {
      mark |= kSentenceEnd;
      state.after_stop_space = true;
    }
    state.sentence_ends = false;
    return mark;
  }
  if (state.after_stop_space || state.after_wide_stop) mark |= kSentence;
  if (state.clause_ends && at > 0 &&
      (text_[at - 1] == ' ' || static_cast<unsigned char>(text_[at - 1]) >= 0x80)) {
    mark |= kClause;
  }
  state.after_stop_space = state.after_wide_stop = state.clause_ends = false;
  if (token.kind == TokenKind::kWord) {
    mark |= kWord;
    state.after_single_letter = token.size_bytes <= 2 && CountLetters(piece) <= 1;
    state.sentence_ends = false;
    return mark;
  }
  const uint8_t sign = SignOf(piece);
  const bool ends = (sign & kEndsSentence) != 0;
  state.sentence_ends = ends || (state.sentence_ends && (sign & kCloses) != 0);
  if (ends && piece != ".") state.after_single_letter = false;
  state.after_wide_stop = (sign & kNeedsNoSpace) != 0;
  state.clause_ends = (sign & kEndsClause) != 0;
  return mark;
}

void TextEdges::CutUnit(size_t number) const {
  Unit& unit = units_[number];
  const size_t end = std::min(EndOfUnit(number), text_.size());
  std::fill(marks_.get() + unit.begin, marks_.get() + EndOfUnit(number), uint8_t{0});
  size_t at = unit.begin;
  State state;
  if (number > 0 && units_[number - 1].cut) {
    state = units_[number - 1].end;
  } else {
    at = FindLead(text_, unit.begin);
    state.line_begins = at == 0 || text_[at - 1] == '\n';
  }
  tokens_.clear();
  AppendWords(text_.substr(at, end - at), tokens_);
  for (const Token& token : tokens_) {
    const uint8_t mark = MarkToken(at, token, state);
    if (at >= unit.begin) marks_[at] = mark;
    at += token.size_bytes;
  }
  if (end == text_.size()) marks_[end] = static_cast<uint8_t>(kEdge | (state.line_begins ? kLine : 0));
  unit.end = state;
  unit.cut = true;
}

bool TextEdges::EndsLine(size_t at) const {
  while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
  return at == text_.size() || text_[at] == '\n' || text_[at] == '\r';
}

int TextEdges::Rank(size_t at) const {
  if (at == 0 || at == text_.size()) return 6;
  const uint8_t mark = MarkAt(at);
  if ((mark & kLine) != 0) {
    const bool blank_before =
        at >= 2 && (text_[at - 2] == '\n' || (at >= 3 && text_[at - 3] == '\n' && text_[at - 2] == '\r'));
    return blank_before && !EndsLine(at) ? 6 : 5;
  }
  if ((mark & (kSentence | kSentenceEnd)) != 0) return (mark & kSentence) != 0 ? 5 : 4;
  if ((mark & kSpace) != 0) return EndsLine(at) ? 4 : 1;
  if ((mark & kClause) != 0) return 3;
  const auto before = static_cast<unsigned char>(text_[at - 1]);
  return before == ' ' || before == '\t' ? 2 : 0;
}

size_t TextEdges::NextEdge(size_t at, size_t end) const {
  while (at < end) {
    const size_t most = std::min(end, EndOfUnit(UnitAt(at)));
    while (at < most && marks_[at] == 0) ++at;
    if (at < most) return at;
  }
  return end;
}

TextEdges::Contents TextEdges::Measure(size_t begin, size_t end, size_t max_words) const {
  Contents contents;
  contents.sentence_edge = IsSentenceEdge(begin) || IsSentenceEdge(end);
  size_t token = begin;
  for (size_t at = begin; at < end && contents.words <= max_words; at = token) {
    const uint8_t mark = MarkAt(at);
    token = NextEdge(at + 1, end);
    const std::string_view piece = text_.substr(at, token - at);
    if ((mark & (kSentence | kSentenceEnd | kLine)) != 0) contents.sentence_edge = true;
    if ((mark & kWord) != 0) {
      ++contents.words;
      contents.letters += CountLetters(piece);
    } else if ((mark & kSpace) != 0) {
      contents.line_ends += HoldsLineEnd(piece) ? size_t{1} : size_t{0};
    } else {
      ++contents.others;
      if ((SignOf(piece) & kEndsClause) != 0) contents.clause_end = true;
    }
  }
  return contents;
}

}  // namespace muragat
