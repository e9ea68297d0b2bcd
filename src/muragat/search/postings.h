#pragma once

#include <compare>
#include <string>
#include <string_view>
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

// A list of sections, each once, in order: the value of a word in the family `derived` (doc/format.md).
// Thread-safety: pure functions.
std::string EncodePostings(const std::vector<SectionPlace>& places);

// Appends the sections of a list. Errors: kCorruption: the bytes are no such list.
Status DecodePostings(std::string_view value, std::vector<SectionPlace>& places);

// Goes through a list one section after the other. The bytes must outlive it. Thread-safety: one thread.
class PostingsReader {
 public:
  explicit PostingsReader(std::string_view value) : reader_(value) {}

  // Moves `place`, the one read last, to the next; false at the end, and where the bytes are no such list:
  // then ok() is false.
  bool Next(SectionPlace& place);
  bool ok() const { return ok_; }

 private:
  ByteReader reader_;
  bool ok_ = true;
};

}  // namespace muragat
