#include "muragat/store/lineage_aliases.h"

namespace muragat {

void LineageAliases::Add(const Alias& alias) {
  Entries& entries = by_section_[alias.section];
  if (alias.from) {
    entries.from[*alias.from] = alias;
  } else {
    entries.everywhere = alias;
  }
  for (const SectionNumber section : {alias.section, alias.target}) {
    named_.insert(section);
    if (alias.by_archivist) by_archivist_.insert(section);
  }
}

SectionNumber LineageAliases::Follow(SectionNumber section, const ValidDate* valid) const {
  std::set<SectionNumber> passed;
  while (passed.insert(section).second) {
    const auto found = by_section_.find(section);
    if (found == by_section_.end()) break;
    const Entries& entries = found->second;
    if (valid != nullptr) {
      const auto behind = entries.from.upper_bound(*valid);
      if (behind != entries.from.begin()) {
        section = std::prev(behind)->second.target;
        continue;
      }
    }
    if (!entries.everywhere) break;
    section = entries.everywhere->target;
  }
  return section;
}

SectionNumber LineageAliases::Resolve(SectionNumber section, const ValidDate& valid) const {
  return by_section_.empty() ? section : Follow(section, &valid);
}

SectionNumber LineageAliases::Resolve(SectionNumber section) const {
  return by_section_.empty() ? section : Follow(section, nullptr);
}

const Alias* LineageAliases::Find(SectionNumber section) const {
  const auto found = by_section_.find(section);
  if (found == by_section_.end() || !found->second.everywhere) return nullptr;
  return &*found->second.everywhere;
}

}  // namespace muragat
