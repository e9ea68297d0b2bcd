#pragma once

#include <compare>
#include <cstdint>

namespace muragat {

// A number that cannot be mistaken for another kind of number. `Tag` is never defined.
template <typename Tag, typename Integer = uint32_t>
struct StrongNumber {
  Integer value = 0;
  friend constexpr auto operator<=>(const StrongNumber&, const StrongNumber&) = default;
};

using DocumentNumber = StrongNumber<struct DocumentTag>;  // 1 … within an archive; stands for a DocumentId
using SectionNumber = StrongNumber<struct SectionTag>;  // 1 … within a document: the lineage, shown as "s7"
using Ordinal = StrongNumber<struct OrdinalTag>;        // 0 … within a section: which of its texts
using CaptureNumber = StrongNumber<struct CaptureTag>;  // 1 … within a document; 0: there is none
using ReformNumber = StrongNumber<struct ReformTag>;    // 1 … within an archive; 0: there is none
using CommitNumber = StrongNumber<struct CommitTag>;    // 1 … within an archive; 0: before the first

}  // namespace muragat
