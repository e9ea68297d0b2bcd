#pragma once

#include <span>
#include <vector>

#include "muragat/base/sha256.h"
#include "muragat/model/edition.h"
#include "muragat/model/section_view.h"
#include "muragat/proof/section_line.h"

namespace muragat {

// The line of a section at a place of an edition, as it is hashed.
SectionLine LineOf(size_t place, const SectionRef& ref, const SectionView& section, const Digest& text);

// The tree over the lines of one edition's sections, and the hashes of their texts: so that the next edition
// of the document hashes only what changed. A value. Thread-safety: one thread.
class SectionTree {
 public:
  // Makes this the tree of the edition `refs`, whose sections are `sections`, and returns its root. It was
  // that of `before`, or of nothing that is known. Cost: a hash of each text, and of each line, that `before`
  // does not have (a line holds its place), and of the nodes above the latter. Of a single section nothing is
  // kept: its text is hashed each time.
  Digest Update(std::span<const SectionRef> before, std::span<const SectionRef> refs,
                std::span<const SectionView> sections);

  size_t SizeBytes() const { return (texts_.capacity() + nodes_.capacity()) * sizeof(Digest); }

 private:
  std::vector<Digest> texts_;  // one a section
  std::vector<Digest> nodes_;  // level by level, leaves first; a last node without a neighbour is taken up
};

}  // namespace muragat
