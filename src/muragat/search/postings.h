#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

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

}  // namespace muragat
