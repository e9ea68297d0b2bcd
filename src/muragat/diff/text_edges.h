#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "muragat/text/words.h"

namespace muragat {

// Where a text can be cut so that a reader is not disturbed: between tokens, and best of all between
// sentences, lines and paragraphs. Offsets are bytes from 0 to the text's size. Only what is asked about is
// cut into words, some hundred bytes at a time. Thread-safety: one thread, const methods too.
class TextEdges {
 public:
  // `text` must outlive the object. Cost: a word in some hundred bytes; all questions together: one CutWords.
  explicit TextEdges(std::string_view text);

  // Whether a token ends or begins at `at`.
  bool IsEdge(size_t at) const { return (MarkAt(at) & kEdge) != 0; }

  // Whether a sentence or a line begins at `at`, or white space stands there that parts two sentences.
  bool IsSentenceEdge(size_t at) const { return (MarkAt(at) & (kSentence | kSentenceEnd | kLine)) != 0; }

  // How good a place `at` is for a change to begin or end at: 0 (between signs) … 6 (between paragraphs).
  int Rank(size_t at) const;

  // What a range between two edges holds.
  struct Contents {
    size_t words = 0;
    size_t letters = 0;  // characters of words; a wide one counts as two
    size_t others = 0;   // punctuation and symbols
    size_t line_ends = 0;
    bool sentence_edge = false;  // one lies in the range or at one of its ends
    bool clause_end = false;     // a comma, semicolon or colon
  };
  // Stops early, with more than `max_words` words, where there are so many.
  Contents Measure(size_t begin, size_t end, size_t max_words = SIZE_MAX) const;

 private:
  enum Mark : uint8_t {
    kEdge = 1,          // a token begins, or the text ends
    kWord = 2,          // … a word
    kSpace = 4,         // … white space
    kLine = 8,          // … a line
    kSentence = 16,     // … a sentence
    kSentenceEnd = 32,  // … white space behind a sentence
    kClause = 64,       // … behind a comma, a semicolon or a colon, and white space
  };
  // What is known of the text before a token.
  struct State {
    bool line_begins = false, sentence_ends = false, clause_ends = false;
    bool after_wide_stop = false;      // a full stop that needs no space behind it
    bool after_stop_space = false;     // white space behind a sentence
    bool after_single_letter = false;  // of the last word; a full stop behind it ends no sentence
  };
  // A part of the text that begins where a token does, whatever stands before it.
  struct Unit {
    size_t begin = 0;
    bool cut = false;
    State end;  // behind its last token, where it is cut
  };
  // Cuts the unit that holds `at`, unless it is cut. Returns its number.
  size_t UnitAt(size_t at) const {
    size_t unit = units_of_blocks_[at / kBlockBytes];
    if (unit + 1 < units_.size() && at >= units_[unit + 1].begin) ++unit;
    if (!units_[unit].cut) CutUnit(unit);
    return unit;
  }
  uint8_t MarkAt(size_t at) const {
    UnitAt(at);
    return marks_[at];
  }
  // The first edge from `at` on, or `end`.
  size_t NextEdge(size_t at, size_t end) const;
  size_t EndOfUnit(size_t unit) const {
    return unit + 1 < units_.size() ? units_[unit + 1].begin : text_.size() + 1;
  }
  void CutUnit(size_t unit) const;
  uint8_t MarkToken(size_t at, const Token& token, State& state) const;
  bool EndsLine(size_t at) const;

  static constexpr size_t kBlockBytes = 64;  // no unit but the last is shorter
  std::string_view text_;
  std::unique_ptr<uint8_t[]> marks_;  // by offset; one more than the text has bytes; of cut units only
  mutable std::vector<Unit> units_;
  mutable std::vector<Token> tokens_;      // of the unit that is being cut
  std::vector<uint32_t> units_of_blocks_;  // which unit holds the first byte of each block
};

}  // namespace muragat
