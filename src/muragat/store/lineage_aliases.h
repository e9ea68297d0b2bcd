#pragma once

#include <map>
#include <set>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/codec/alias_record.h"

namespace muragat {

// What is known of one document beyond the lineages that its editions were recorded with: which of them are
// others'. A value. Thread-safety: const methods from any thread.
class LineageAliases {
 public:
  // The aliases of a section must come in the order of their commits; a later one takes an earlier one's
  // place, but for those that hold from a valid date on: they stand beside each other.
  void Add(const Alias& alias);

  bool empty() const { return by_section_.empty(); }

  // The lineage of what an edition of `valid` holds as `section`. Aliases may lead to other aliases, and by
  // damage in a circle; then it ends where it began. Cost: a look-up a step.
  SectionNumber Resolve(SectionNumber section, const ValidDate& valid) const;
  // The same where no valid date is known: what holds from a date on is left out.
  SectionNumber Resolve(SectionNumber section) const;

  // Whether an alias of the section, or one that leads to it, was ever recorded.
  bool Names(SectionNumber section) const { return named_.contains(section); }

  // The alias that makes `section` another's everywhere; null where there is none.
  const Alias* Find(SectionNumber section) const;
  // Whether an archivist said anything of the section or of one that leads to it.
  bool IsByArchivist(SectionNumber section) const { return by_archivist_.contains(section); }
  // The greatest lineage that is named; 0 where there is none.
  uint32_t last_section() const { return named_.empty() ? 0 : named_.rbegin()->value; }

 private:
  struct Entries {
    std::optional<Alias> everywhere;
    std::map<ValidDate, Alias> from;
  };
  SectionNumber Follow(SectionNumber section, const ValidDate* valid) const;

  std::map<SectionNumber, Entries> by_section_;
  std::set<SectionNumber> named_, by_archivist_;
};

}  // namespace muragat
