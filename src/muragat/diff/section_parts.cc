#include "muragat/diff/section_parts.h"

#include <algorithm>
#include <compare>
#include <iterator>
#include <map>

#include "muragat/diff/word_runs.h"

namespace muragat {
namespace {

constexpr size_t kMinRuns = 4;
constexpr double kMinShare = 0.5;

// A run of a part's words.
struct PartRun {
  uint64_t run = 0;
  size_t part = 0;
  friend auto operator<=>(const PartRun&, const PartRun&) = default;
};

// Finds the sections of `parts` that lie in one of `wholes`; by index of either list, its counterpart in the
// other.
class PartSearch {
 public:
  PartSearch(std::span<const SectionView> wholes, std::span<const SectionView> parts,
             std::span<const std::optional<size_t>> whole_of, std::span<const std::optional<size_t>> part_of)
      : wholes_(wholes), parts_(parts), part_of_(part_of), sizes_(parts.size()), best_(parts.size()) {
    for (size_t i = 0; i < parts.size(); ++i) {
      if (whole_of[i]) continue;
      const WordRuns runs(parts[i].body);
      sizes_[i] = runs.size();
      if (runs.size() < kMinRuns) continue;
      least_bytes_ = std::min(least_bytes_, parts[i].body.size() / 4);
      for (const uint64_t run : runs.hashes()) runs_.push_back({run, i});
    }
    std::sort(runs_.begin(), runs_.end());
  }

  std::vector<SectionPart> Find() {
    std::vector<SectionPart> found;
    if (runs_.empty()) return found;
    for (size_t i = 0; i < wholes_.size(); ++i) {
      // What is a part's has gone from the whole, and nearly always made it smaller.
      if (!part_of_[i] || wholes_[i].body.size() >= parts_[*part_of_[i]].body.size() + least_bytes_)
        Search(i);
    }
    for (size_t i = 0; i < parts_.size(); ++i) {
      if (best_[i].runs < kMinRuns) continue;
      const double share = static_cast<double>(best_[i].runs) / static_cast<double>(sizes_[i]);
      if (share >= kMinShare) found.push_back({best_[i].whole, i, share});
    }
    return found;
  }

 private:
  // The runs of parts that `runs` holds, too.
  std::vector<PartRun> Intersect(const WordRuns& runs) const {
    std::vector<PartRun> common;
    auto at = runs_.begin();
    for (const uint64_t run : runs.hashes()) {
      while (at != runs_.end() && at->run < run) ++at;
      for (; at != runs_.end() && at->run == run; ++at) common.push_back(*at);
    }
    return common;
  }

  void Search(size_t whole) {
    std::vector<PartRun> common = Intersect(WordRuns(wholes_[whole].body));
    if (common.size() < kMinRuns) return;
    if (part_of_[whole]) {
      // … and its counterpart does not.
      std::vector<PartRun> kept = Intersect(WordRuns(parts_[*part_of_[whole]].body)), rest;
      std::set_difference(common.begin(), common.end(), kept.begin(), kept.end(), std::back_inserter(rest));
      common = std::move(rest);
    }
    std::map<size_t, size_t> counts;  // by part
    for (const PartRun& run : common) ++counts[run.part];
    for (const auto& [part, runs] : counts) {
      if (runs > best_[part].runs) best_[part] = {runs, whole};
    }
  }

  struct Best {
    size_t runs = 0, whole = 0;
  };
  std::span<const SectionView> wholes_, parts_;
  std::span<const std::optional<size_t>> part_of_;
  std::vector<PartRun> runs_;  // of the parts, in order
  std::vector<size_t> sizes_;  // by part: how many runs it has
  std::vector<Best> best_;     // by part
  size_t least_bytes_ = SIZE_MAX;
};

}  // namespace

SectionParts FindParts(std::span<const SectionView> older, std::span<const SectionView> newer,
                       std::span<const std::optional<size_t>> older_of) {
  std::vector<std::optional<size_t>> newer_of(older.size());
  for (size_t i = 0; i < newer.size(); ++i) {
    if (older_of[i]) newer_of[*older_of[i]] = i;
  }
  SectionParts parts;
  parts.splits = PartSearch(older, newer, older_of, newer_of).Find();
  parts.merges = PartSearch(newer, older, newer_of, older_of).Find();
  return parts;
}

}  // namespace muragat
