#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "muragat/diff/edit_script.h"

namespace muragat {

// What a script may cut between.
enum class DiffUnit { kWord, kLine, kCharacter };

struct DiffOptions {
  DiffUnit unit = DiffUnit::kWord;
  // Bound on the work for one stretch of changed lines, in inserted plus deleted tokens that occur on both
  // sides of it. Beyond it the stretch is parted at runs of tokens that occur once on each side, and what is
  // still beyond it is given as one delete and one insert.
  uint32_t max_edits = 4096;
};

// A part of the old text that stands elsewhere in the new one, word for word.
struct MovedText {
  size_t older_begin = 0, newer_begin = 0, size_bytes = 0;
  friend bool operator==(const MovedText&, const MovedText&) = default;
};

struct TextDiff {
  EditScript script;  // from the old text to the new one: keeps, deletes, inserts; inserts are views into the
                      // new text
  bool coarse = false;           // the bound was met somewhere: right, but longer than need be
  std::vector<MovedText> moved;  // of DiffReadably: paragraphs that are deleted here and inserted there
};

// The difference of two texts in UTF-8. Equal beginnings and ends are trimmed before any word is cut; then
// lines that hold a letter or a digit are compared, and between equal ones the words (kLine: all lines, and
// nothing else; kCharacter: graphemes instead of words). No grapheme is split; malformed bytes are tokens of
// their own. Cost: linear in the texts plus, for each changed stretch, at most (max_edits)² / 2 steps, and 24
// Mi steps (about an eighth of a second) for all of them together.
TextDiff DiffText(std::string_view older, std::string_view newer, const DiffOptions& options = {});

// The same change made easier to read: whole phrases instead of shreds. Every change begins and ends between
// words. Two changes become one where nothing but white space and punctuation is between them, or up to three
// words that weigh no more than either change; and from the first change to the last one where a sentence
// keeps but few of its words. Changes in different sentences or lines stay apart, but for two neighbouring
// lines of a paragraph that are replaced up to the line end. What only comes or only goes is slid to the best
// place: paragraphs, lines, sentences, clauses, words. The result still turns `older` into `newer`; inserts
// are views into `newer`. Cost: linear, two CutWords.
EditScript MakeReadable(const EditScript& script, std::string_view older, std::string_view newer);

// MakeReadable of DiffText in one step; then paragraphs that moved are found, and deleted and inserted whole.
TextDiff DiffReadably(std::string_view older, std::string_view newer, const DiffOptions& options = {});

// How many words a script brings and takes. A word is a run of letters, marks and digits; an ideograph counts
// as one.
struct WordCounts {
  uint64_t words_in = 0;
  uint64_t words_out = 0;
};
WordCounts CountChangedWords(const EditScript& script, std::string_view older);

}  // namespace muragat
