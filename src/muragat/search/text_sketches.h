#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "muragat/model/numbers.h"
#include "muragat/search/postings.h"
#include "muragat/store/reader.h"

namespace muragat {

// Two or three folded words that follow each other, as a number that is good within one process.
using WordGroup = uint64_t;

// Makes the groups of words that are told one after the other. A value.
class WordGroups {
 public:
  // Appends those that end with a word of this hash.
  void Append(uint64_t hash, std::vector<WordGroup>& groups);

 private:
  std::optional<uint64_t> word_, pair_;  // that ended before
};

// Which words follow each other in texts, as far as somebody looked at them: for many phrases that are asked
// of one archive. Of a text it keeps a filter that never denies a group of words that is there, and of those
// that are not affirms about one in fourteen. Thread-safety: one thread. Memory: 13 bits for each word of the
// texts and 64 to 128 bytes a text, up to `max_bytes`; then nothing more is taken in.
class TextSketches {
 public:
  explicit TextSketches(size_t max_bytes = size_t{128} << 20) : max_bytes_(max_bytes) {}

  // To be called before a phrase is looked for: what was kept of another state of the archive is forgotten.
  void BeginPhrase(const Reader& reader);

  // Whether all `groups` may be in a text; true where the text is not known.
  bool MayHold(const SectionPlace& place, Ordinal ordinal, std::span<const WordGroup> groups) const;
  // The same of any text of a section from an ordinal on, up to another (not included).
  bool MayAnyHold(const SectionPlace& place, uint32_t begin, uint32_t end,
                  std::span<const WordGroup> groups) const;

  bool Knows(const SectionPlace& place, Ordinal ordinal) const {
    return Find(place, ordinal.value) != nullptr;
  }
  // `groups`: all those of the text. A text that is known is left as it is.
  void Add(const SectionPlace& place, Ordinal ordinal, std::span<const WordGroup> groups);
  // A section has so many texts and no more.
  void AddCount(const SectionPlace& place, uint32_t texts);
  bool is_full() const { return is_full_; }

 private:
  struct Slot {
    SectionPlace place;  // of document 0: free
    uint32_t ordinal = 0;
    uint32_t value = 0;  // where in `bits_` the text's begin; of kCount: how many texts there are
  };
  static constexpr uint32_t kCount = UINT32_MAX;
  size_t SlotOf(const SectionPlace& place, uint32_t ordinal) const;
  const Slot* Find(const SectionPlace& place, uint32_t ordinal) const;
  bool Insert(const Slot& slot);
  void Grow();

  size_t max_bytes_;
  const Reader* reader_ = nullptr;
  std::optional<uint64_t> version_;
  std::vector<Slot> slots_;
  size_t used_ = 0;
  std::vector<uint64_t> bits_;  // of each text: how many words of bits follow, then these
  bool is_full_ = false;
};

}  // namespace muragat
