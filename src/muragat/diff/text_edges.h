#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muragat {

// Where a text can be cut so that a reader is not disturbed: between tokens, and best of all between
// sentences, lines and paragraphs. Offsets are bytes from 0 to the text's size.
class TextEdges {
 public:
  // `text` must outlive the object. Cost: one CutWords.
  explicit TextEdges(std::string_view text);

  // Whether a token ends or begins at `at`.
  bool IsEdge(size_t at) const { return (marks_[at] & kEdge) != 0; }

  // Whether a sentence or a line begins at `at`, or white space stands there that parts two sentences.
  bool IsSentenceEdge(size_t at) const { return (marks_[at] & (kSentence | kSentenceEnd | kLine)) != 0; }

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
  Contents Measure(size_t begin, size_t end) const;

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
  bool EndsLine(size_t at) const;

  std::string_view text_;
  std::vector<uint8_t> marks_;  // by offset; one more than the text has bytes
};

}  // namespace muragat
