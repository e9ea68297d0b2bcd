#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "muragat/base/bytes.h"
#include "muragat/base/status.h"
#include "muragat/model/numbers.h"

namespace muragat {

// A section of a document, under the lineage that it was recorded with.
struct SectionPlace {
  DocumentNumber document;
  SectionNumber section;
  friend auto operator<=>(const SectionPlace&, const SectionPlace&) = default;
};

// Sorts sections, each once. Cost: linear where they are so already.
void SortPlaces(std::vector<SectionPlace>& places);

// By how much a word is in a text of a section more often, or less, than in the text of the ordinal before
// it, or of the first one than not at all. How often it is in a text is the sum of what is up to its ordinal.
struct Posting {
  SectionPlace place;
  Ordinal ordinal;
  int32_t change = 0;  // never 0
  friend bool operator==(const Posting&, const Posting&) = default;
};

// The order of lists: by place, then by ordinal.
inline bool StandsBefore(const Posting& a, const Posting& b) {
  return std::tie(a.place, a.ordinal) < std::tie(b.place, b.ordinal);
}

// A list of such changes of one word, in order: the value of a word in the family `derived` (doc/format.md).
// A value. Thread-safety: one thread.
class PostingsWriter {
 public:
  // By place, then by ordinal, each once.
  void Add(const Posting& posting);
  const std::string& value() const { return value_; }

 private:
  std::string value_;
  SectionPlace last_;
};

// Goes through a list one change after the other. The bytes must outlive it. Thread-safety: one thread.
class PostingsReader {
 public:
  explicit PostingsReader(std::string_view value) : reader_(value) {}

  // Moves `posting`, the one read last, to the next; false at the end, and where the bytes are no such list:
  // then ok() is false.
  bool Next(Posting& posting);
  bool ok() const { return ok_; }
  Status status() const;  // kCorruption where it is not ok

 private:
  ByteReader reader_;
  bool ok_ = true;
};

// Appends the sections that ever held the word of a list, each once. Errors: kCorruption: the bytes are no
// such list.
Status DecodePlaces(std::string_view value, std::vector<SectionPlace>& places);

}  // namespace muragat
