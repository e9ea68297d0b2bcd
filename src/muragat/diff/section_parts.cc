#include "muragat/diff/section_parts.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <unordered_map>

#include "muragat/base/hash.h"
#include "muragat/text/fold.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr size_t kRunWords = 3;
constexpr size_t kMinRuns = 4;
constexpr size_t kMaxWholes = 8;  // that one run is looked for in
constexpr double kMinShare = 0.5;

// The hashes of all runs of three words of a text, sorted, each once.
std::vector<uint64_t> HashRuns(std::string_view body) {
  const std::string text = FoldCase(body);
  std::vector<uint64_t> words, runs;
  size_t at = 0;
  for (const Token& token : CutWords(text)) {
    if (token.kind == TokenKind::kWord)
      words.push_back(Hash64(std::string_view(text).substr(at, token.size_bytes)));
    at += token.size_bytes;
  }
  for (size_t i = kRunWords; i <= words.size(); ++i) {
    uint64_t run = 0;
    for (size_t j = i - kRunWords; j < i; ++j) run = run * 0x9e3779b97f4a7c15U + words[j];
    runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

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
    std::vector<uint64_t> runs = HashRuns(wholes[i].body);
    if (part_of[i]) {
      const std::vector<uint64_t> kept = HashRuns(parts[*part_of[i]].body);
      std::vector<uint64_t> rest;
      std::set_difference(runs.begin(), runs.end(), kept.begin(), kept.end(), std::back_inserter(rest));
      runs = std::move(rest);
    }
    for (const uint64_t run : runs) {
      std::vector<size_t>& places = wholes_by_run[run];
      if (places.size() < kMaxWholes) places.push_back(i);
    }
  }
  for (size_t i = 0; i < parts.size(); ++i) {
    if (whole_of[i]) continue;
    const std::vector<uint64_t> runs = HashRuns(parts[i].body);
    if (runs.size() < kMinRuns) continue;
    std::map<size_t, size_t> common;
    for (const uint64_t run : runs) {
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
