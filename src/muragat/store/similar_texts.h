#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "muragat/codec/keys.h"
#include "muragat/diff/text_sketch.h"

namespace muragat {

// Which stored texts are like a new one, from their sketches alone: a table of fixed size in which later
// texts take the place of earlier ones. What it says is a guess, to be checked by a diff. Thread-safety: one
// thread.
class SimilarTexts {
 public:
  // The text with the most numbers of `sketch` at their places, and at least two of them.
  std::optional<RevisionKey> Find(const TextSketch& sketch) const;

  void Add(const TextSketch& sketch, const RevisionKey& key);

 private:
  struct Entry {
    uint32_t number = 0;
    uint32_t text = 0;  // its place in `texts_`, plus 1; 0: none
  };
  static constexpr size_t kMaxEntries = size_t{1} << 18;  // for each place of a sketch
  void Grow();

  std::vector<RevisionKey> texts_;  // by the order in which they came, from the beginning again when full
  size_t next_ = 0;
  std::array<std::vector<Entry>, kSketchNumbers> tables_;
};

}  // namespace muragat
