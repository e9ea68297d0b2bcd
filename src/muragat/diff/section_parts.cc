#include "muragat/diff/section_parts.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "muragat/diff/word_runs.h"

namespace muragat {
namespace {

constexpr size_t kMinRuns = 4;
constexpr size_t kMaxWholes = 64;  // that one run is looked for in
constexpr double kMinShare = 0.5;

// Finds the sections of `parts` that lie in one of `wholes`; by index of either list, its counterpart in the
// other.
std::vector<SectionPart> FindIn(std::span<const SectionView> wholes, std::span<const SectionView> parts,
                                std::span<const std::optional<size_t>> whole_of,
                                std::span<const std::optional<size_t>> part_of) {
  std::vector<SectionPart> found;
  if (std::all_of(whole_of.begin(), whole_of.end(), [](const auto& whole) { return whole.has_value(); }))
    return found;
  // What each whole holds and its counterpart does not.
  std::unordered_map<uint64_t, std::vector<size_t>> wholes_by_run;
  for (size_t i = 0; i < wholes.size(); ++i) {
    if (part_of[i] && wholes[i].body == parts[*part_of[i]].body) continue;
    WordRuns runs(wholes[i].body);
    if (part_of[i]) runs = runs.Without(WordRuns(parts[*part_of[i]].body));
    for (const uint64_t run : runs.hashes()) {
      std::vector<size_t>& places = wholes_by_run[run];
      if (places.size() < kMaxWholes) places.push_back(i);
    }
  }
  for (size_t i = 0; i < parts.size(); ++i) {
    if (whole_of[i]) continue;
    const WordRuns runs(parts[i].body);
    if (runs.size() < kMinRuns) continue;
    std::map<size_t, size_t> common;
    for (const uint64_t run : runs.hashes()) {
      const auto places = wholes_by_run.find(run);
      if (places == wholes_by_run.end()) continue;
      for (const size_t whole : places->second) ++common[whole];
    }
    const auto best = std::max_element(common.begin(), common.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == common.end() || best->second < kMinRuns) continue;
    const double share = static_cast<double>(best->second) / static_cast<double>(runs.size());
    if (share >= kMinShare) found.push_back({best->first, i, share});
  }
  return found;
}

}  // namespace

SectionParts FindParts(std::span<const SectionView> older, std::span<const SectionView> newer,
                       std::span<const std::optional<size_t>> older_of) {
  std::vector<std::optional<size_t>> newer_of(older.size());
  for (size_t i = 0; i < newer.size(); ++i) {
    if (older_of[i]) newer_of[*older_of[i]] = i;
  }
  SectionParts parts;
  parts.splits = FindIn(older, newer, older_of, newer_of);
  parts.merges = FindIn(newer, older, newer_of, older_of);
  return parts;
}

}  // namespace muragat
