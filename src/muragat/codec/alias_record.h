#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/date.h"
#include "muragat/model/numbers.h"

namespace muragat {

// Which section is which, where the matching of texts did not find out or was wrong: a value of the family
// `catalog` (doc/format.md). "What was recorded as `section` is `target`, from `commit` on": everywhere, or
// in editions of valid dates from `from` on. A section that is its own target is an end of what was said
// before.
struct Alias {
  SectionNumber section;
  CommitNumber commit;
  SectionNumber target;
  bool by_archivist = false;      // a person said so, not an import
  std::optional<ValidDate> from;  // only of an archivist's word
  std::string author, because;    // likewise; one line each, may be empty
  friend bool operator==(const Alias&, const Alias&) = default;
};

// The value under AliasKey(document, alias.section, alias.commit).
std::string EncodeAlias(const Alias& alias);

// Nothing where the bytes are no such record.
std::optional<Alias> DecodeAlias(std::string_view key, std::string_view value);

}  // namespace muragat
