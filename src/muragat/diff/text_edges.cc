#include "muragat/diff/text_edges.h"

#include <algorithm>

#include "muragat/text/character.h"
#include "muragat/text/utf8.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

bool IsOneOf(std::string_view token, std::initializer_list<std::string_view> tokens) {
  return std::find(tokens.begin(), tokens.end(), token) != tokens.end();
}

bool EndsSentence(std::string_view sign) {
  return IsOneOf(sign, {".", "!", "?", "…", "。", "！", "？", "؟", "।"});
}
bool NeedsNoSpace(std::string_view sign) { return IsOneOf(sign, {"。", "！", "？"}); }
bool EndsClause(std::string_view sign) { return IsOneOf(sign, {",", ";", ":", "，", "；", "：", "、", "،"}); }
bool Closes(std::string_view sign) {
  return IsOneOf(sign, {")", "]", "\"", "'", "”", "’", "»", "*", "_", "」", "）"});
}

bool HoldsLineEnd(std::string_view space) { return space.find_first_of("\n\r") != std::string_view::npos; }

// "ст. 4", "e.g. the", "J. Smith": a full stop that ends no sentence.
bool GoesOn(std::string_view text, size_t at, size_t letters_before) {
  if (at >= text.size()) return false;
  const char32_t next = DecodeUtf8(text, at);
  return letters_before <= 1 || IsLowerCase(next) || IsDigit(next);
}

size_t CountLetters(std::string_view word) {
  size_t letters = 0;
  for (size_t at = 0; at < word.size();) {
    const char32_t c = DecodeUtf8(word, at);
    letters += c >= 0x1100 && IsWide(c) ? size_t{2} : size_t{1};
  }
  return letters;
}

}  // namespace

TextEdges::TextEdges(std::string_view text) : text_(text), marks_(text.size() + 1) {
  bool line_begins = true, sentence_ends = false, clause_ends = false, spaceless = false,
       after_stop_space = false;
  size_t letters_before = 2;  // of the word before a full stop
  size_t at = 0;
  for (const Token& token : CutWords(text)) {
    const std::string_view piece = text.substr(at, token.size_bytes);
    uint8_t mark = kEdge;
    if (line_begins) mark |= kLine;
    line_begins = false;
    if (token.kind == TokenKind::kSpace) {
      mark |= kSpace;
      line_begins = HoldsLineEnd(piece);
      if (sentence_ends && !GoesOn(text, at + token.size_bytes, letters_before)) {
        mark |= kSentenceEnd;
        after_stop_space = true;
      }
      sentence_ends = false;
    } else {
      if (after_stop_space || spaceless) mark |= kSentence;
      if (clause_ends && at > 0 &&
          (text[at - 1] == ' ' || static_cast<unsigned char>(text[at - 1]) >= 0x80)) {
        mark |= kClause;
      }
      after_stop_space = spaceless = clause_ends = false;
      if (token.kind == TokenKind::kWord) {
        mark |= kWord;
        letters_before = std::min<size_t>(token.size_bytes, 8) > 2 ? 2 : CountLetters(piece);
        sentence_ends = false;
      } else {
        const bool ends = EndsSentence(piece);
        sentence_ends = ends || (sentence_ends && Closes(piece));
        if (ends && piece != ".") letters_before = 2;
        spaceless = NeedsNoSpace(piece);
        clause_ends = EndsClause(piece);
      }
    }
    marks_[at] = mark;
    at += token.size_bytes;
  }
  marks_[at] |= kEdge;
  if (line_begins) marks_[at] |= kLine;
}

bool TextEdges::EndsLine(size_t at) const {
  while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
  return at == text_.size() || text_[at] == '\n' || text_[at] == '\r';
}

int TextEdges::Rank(size_t at) const {
  if (at == 0 || at == text_.size()) return 6;
  const uint8_t mark = marks_[at];
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

TextEdges::Contents TextEdges::Measure(size_t begin, size_t end) const {
  Contents contents;
  contents.sentence_edge = IsSentenceEdge(begin) || IsSentenceEdge(end);
  size_t token = begin;
  for (size_t at = begin; at < end; at = token) {
    for (++token; token < end && !IsEdge(token);) ++token;
    const std::string_view piece = text_.substr(at, token - at);
    if (IsSentenceEdge(at)) contents.sentence_edge = true;
    if ((marks_[at] & kWord) != 0) {
      ++contents.words;
      contents.letters += CountLetters(piece);
    } else if ((marks_[at] & kSpace) != 0) {
      contents.line_ends += HoldsLineEnd(piece) ? size_t{1} : size_t{0};
    } else {
      ++contents.others;
      if (EndsClause(piece)) contents.clause_end = true;
    }
  }
  return contents;
}

}  // namespace muragat
