#pragma once

#include <string>
#include <string_view>

#include "muragat/base/sha256.h"
#include "muragat/base/status.h"
#include "muragat/model/numbers.h"

namespace muragat {

// What an edition says of one of its sections: the entry of the tree whose root its record holds.
struct SectionLine {
  uint64_t place = 0;         // 0 … in reading order
  uint32_t depth_levels = 0;  // 0 for the outermost
  SectionNumber lineage;      // as it was recorded
  std::string number, title;  // as they were read at import; may be empty
  bool teaser = false;
  Digest text{};            // SHA-256 of the heading slice and the body slice, put end to end
  uint64_t text_bytes = 0;  // of both
  friend bool operator==(const SectionLine&, const SectionLine&) = default;
};

// The record that is hashed (doc/format.md). Pure.
std::string EncodeSectionLine(const SectionLine& line);
// Errors: kCorruption: the bytes are no such record, or not what EncodeSectionLine would write.
Result<SectionLine> DecodeSectionLine(std::string_view bytes);

}  // namespace muragat
