#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "muragat/diff/section_pairs.h"

namespace muragat {

// What two sections must have in common to be one; sections without a key stay out of it.
struct MatchKey {
  std::string_view first, second;
  friend bool operator==(const MatchKey&, const MatchKey&) = default;
};
using KeyOf = std::function<std::optional<MatchKey>(const SectionView&)>;

// Whether a pair of one key may be matched at all.
using Accepts = std::function<bool(SectionPairs&, size_t older_index, size_t newer_index)>;

// Matches the sections of `pairs` that are still free and have equal keys. Where several have one key: those
// next to matched neighbours first, then those under matched parents, then those between matched neighbours,
// then, in order, those whose bodies are alike. Cost: linear in the keys, n log n in the sections.
void MatchByKey(SectionPairs& pairs, const KeyOf& key_of, const Accepts& accepts);

}  // namespace muragat
