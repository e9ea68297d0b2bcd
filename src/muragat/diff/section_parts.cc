#include "muragat/diff/section_parts.h"

#include <algorithm>
#include <bit>
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

// Runs of words by the part that holds them. Most texts that are asked about hold none of them, so a bit for
// some of their hashes' bits stands before the list.
class RunIndex {
 public:
  void Add(std::string_view text, size_t part) {
    hashes_.clear();
    AppendRunHashes(text, hashes_);
    for (const uint64_t run : hashes_) runs_.push_back({run, part});
  }

  // After the last Add. Returns how many runs each of `parts` parts has.
  std::vector<size_t> Seal(size_t parts) {
    std::sort(runs_.begin(), runs_.end());
    runs_.erase(std::unique(runs_.begin(), runs_.end()), runs_.end());
    bits_.resize(std::bit_ceil(runs_.size() * kBitsOfRun / 64 + 1));
    std::vector<size_t> sizes(parts);
    for (const PartRun& run : runs_) {
      ++sizes[run.part];
      WordOf(run.run) |= BitOf(run.run);
    }
    return sizes;
  }

  // The runs that `text` holds, too, in order.
  std::vector<PartRun> Intersect(std::string_view text) {
    hashes_.clear();
    AppendRunHashes(text, hashes_);
    std::erase_if(hashes_, [this](uint64_t run) { return (WordOf(run) & BitOf(run)) == 0; });
    std::sort(hashes_.begin(), hashes_.end());
    hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
    std::vector<PartRun> common;
    auto at = runs_.begin();
    for (const uint64_t run : hashes_) {
      while (at != runs_.end() && at->run < run) ++at;
      for (; at != runs_.end() && at->run == run; ++at) common.push_back(*at);
    }
    return common;
  }

 private:
  static constexpr size_t kBitsOfRun = 16;
  uint64_t& WordOf(uint64_t run) { return bits_[run / 64 & (bits_.size() - 1)]; }
  static uint64_t BitOf(uint64_t run) { return uint64_t{1} << run % 64; }

  std::vector<PartRun> runs_;
  std::vector<uint64_t> bits_;
  std::vector<uint64_t> hashes_;  // of one text; its memory is kept
};

// Finds the sections of `parts` that lie in one of `wholes`; by index of either list, its counterpart in the
// other.
class PartSearch {
 public:
  PartSearch(std::span<const SectionView> wholes, std::span<const SectionView> parts,
             std::span<const std::optional<size_t>> whole_of, std::span<const std::optional<size_t>> part_of)
      : wholes_(wholes), parts_(parts), part_of_(part_of), best_(parts.size()) {
    for (size_t i = 0; i < parts.size(); ++i) {
      if (!whole_of[i]) runs_.Add(parts[i].body, i);
    }
    sizes_ = runs_.Seal(parts.size());
    for (size_t i = 0; i < parts.size(); ++i) {
      if (sizes_[i] >= kMinRuns) least_bytes_ = std::min(least_bytes_, parts[i].body.size() / 4);
    }
  }

  std::vector<SectionPart> Find() {
    std::vector<SectionPart> found;
    if (least_bytes_ == SIZE_MAX) return found;
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
  void Search(size_t whole) {
    std::vector<PartRun> common = runs_.Intersect(wholes_[whole].body);
    if (common.size() < kMinRuns) return;
    if (part_of_[whole]) {
      // … and its counterpart does not.
      std::vector<PartRun> kept = runs_.Intersect(parts_[*part_of_[whole]].body), rest;
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
  RunIndex runs_;
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
