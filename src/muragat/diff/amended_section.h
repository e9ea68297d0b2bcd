#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/model/instruction.h"

namespace muragat {

// A half-open range of bytes of a section's text.
struct ByteRange {
  size_t begin = 0, end = 0;
  size_t Size() const { return end - begin; }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// A range of the old text, and what stands there in the new one.
struct Replacement {
  ByteRange place;
  std::string text;
  friend bool operator==(const Replacement&, const Replacement&) = default;
};

// Carries out replacements on `older`. What only comes in stands before what is replaced at the same place;
// all that comes in there, in its order. Errors: kConflict: two of them overlap.
Result<std::string> Replace(std::string_view older, std::vector<Replacement> replacements);

// The old text of a section, as amendments speak of it. Thread-safety: const methods may run concurrently.
class AmendedSection {
 public:
  // Lines with something on them, up to a blank one.
  struct Paragraph {
    size_t begin = 0;
    size_t wording_end = 0;  // the white space at its end left out
    size_t end = 0;          // behind the blank lines that follow
    std::string
        designator;  // "3" where it begins with "3)", "3. " or "(3)", and no other one does; else empty
  };

  // The first `heading_bytes` of `text` are its heading. `text` must outlive the object. Cost: one CutWords.
  AmendedSection(std::string_view text, size_t heading_bytes);

  std::string_view text() const { return text_; }
  ByteRange Heading() const { return {0, heading_bytes_}; }
  ByteRange Text() const { return {heading_bytes_, text_.size()}; }
  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }

  // Whether a word, a sign or white space begins or ends at `at`.
  bool IsEdge(size_t at) const { return edges_[at]; }
  // The nearest edge before `at`, which must not be 0.
  size_t EdgeBefore(size_t at) const;

  // Where `words` stand in `range`, as whole words: in rising order; occurrences may overlap.
  std::vector<size_t> Find(std::string_view words, ByteRange range) const;

  // Where a passage lies. With `wording`, without the white space at its end (kText: with it).
  // Errors: kConflict: there is no such passage.
  Result<ByteRange> Locate(const Passage& passage, bool wording) const;

  // What an amendment does. Errors: kConflict: the words or the passage are not there as it says.
  Result<std::vector<Replacement>> Resolve(const Amendment& amendment) const;

 private:
  void CutParagraphs();
  Replacement ResolveAt(const Amendment& amendment, ByteRange place) const;
  Result<std::vector<ByteRange>> LocateWords(const QuotedWords& words, ByteRange within) const;

  std::string_view text_;
  size_t heading_bytes_;
  std::vector<bool> edges_;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace muragat
