#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace muragat {

// A change of a text as a drafter words it: "in Article 50, for “67” substitute “77”". Every name, ordinal
// and quotation is of the old text.

// A section of the old text: what the instructions call it, and where it lies there, in bytes.
struct NamedSection {
  std::string name;  // one line, unlike any other of the sheet
  size_t begin = 0;
  size_t text_begin = 0;  // behind its heading
  size_t end = 0;
  friend bool operator==(const NamedSection&, const NamedSection&) = default;
};

// A part of a section that can be named without quoting it.
enum class PassageKind { kText, kHeading, kParagraphs };  // kText: all but the heading
struct Passage {
  PassageKind kind = PassageKind::kText;
  uint32_t first = 0, last = 0;  // kParagraphs: 1 …, closed; both 0 where `designator` says which
  std::string designator;        // kParagraphs: "3" of the only one that begins with "3)", "3." or "(3)"
  friend bool operator==(const Passage&, const Passage&) = default;
};

// Words of a passage: `from`, or all from there to the next `to`.
struct QuotedWords {
  std::string from;
  std::string to;               // empty: `from` alone
  std::vector<uint32_t> times;  // which of the occurrences of `from` in the passage: 1 …, rising. Empty: the
                                // only one
  bool everywhere = false;  // all of them
  friend bool operator==(const QuotedWords&, const QuotedWords&) = default;
};

enum class AmendmentAction {
  kSubstitute,
  kOmit,
  kInsertAfter,
  kInsertBefore,
  kInsertAtEnd,
  kInsertAtBeginning,
};

// What is done to a section's words, or to a passage as a whole where no words are quoted. A heading or a
// paragraph is substituted, and given words at its end, without the white space at its end; it is omitted
// with it. The text always has what stands at its end. A space that parts words of Latin, Greek or Cyrillic
// script comes with what is inserted and goes with what is omitted, unless that begins or ends in white
// space; none comes with what holds a line end.
struct Amendment {
  Passage passage;
  std::optional<QuotedWords> words;
  AmendmentAction action = AmendmentAction::kSubstitute;
  std::string text;    // what comes; empty with kOmit
  bool exact = false;  // no space comes or goes with it
  friend bool operator==(const Amendment&, const Amendment&) = default;
};

enum class InstructionKind {
  kAmend,       // one section's words
  kOmit,        // whole sections
  kMove,        // sections, in the order that is said, to behind `anchor`
  kInsert,      // `text`, behind `anchor`
  kRenumber,    // each section is called another name
  kReplace,     // one section, heading and all, by `text`
  kReplaceAll,  // the whole text
};

// Carried out one after the other; a section is moved with what is amended in it.
struct Instruction {
  InstructionKind kind = InstructionKind::kAmend;
  std::vector<size_t> sections;  // indexes into the sheet's sections
  std::optional<size_t> anchor;  // nothing: the beginning of the text
  std::vector<Amendment> amendments;
  std::vector<std::string> names;  // kRenumber: the new name of each section
  std::string text;
  std::vector<std::string> notes;  // for whoever reads it; they change nothing
  friend bool operator==(const Instruction&, const Instruction&) = default;
};

// A text that the instructions fit, or give.
struct TextDigest {
  size_t size_bytes = 0;
  std::string sha256;  // in hex
  friend bool operator==(const TextDigest&, const TextDigest&) = default;
};

struct InstructionSheet {
  std::string document, from, to;  // as they were asked for; may be empty
  TextDigest older, newer;
  std::optional<TextDigest> older_alone,
      newer_alone;                     // of the only section, where its text is all that changes
  std::vector<NamedSection> sections;  // those that are named, in reading order
  std::vector<Instruction> instructions;
  friend bool operator==(const InstructionSheet&, const InstructionSheet&) = default;
};

}  // namespace muragat
