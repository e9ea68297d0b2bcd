#include "muragat/diff/loose_match.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "muragat/diff/section_parts.h"

namespace muragat {
namespace {

constexpr size_t kNone = SectionPairs::kNone;
constexpr double kInPlace = 0.3, kInPlaceTitled = 0.2;   // likeness of bodies that stayed where they were
constexpr double kMoved = 0.5, kMovedTitled = 0.25;      // … that did not
constexpr double kInPlaceRuns = 0.1, kMovedRuns = 0.15;  // of their runs of words
constexpr double kPart = 0.8;  // of a section's wording that has gone into, or come from, another
constexpr size_t kMinWords = 8;
constexpr size_t kRare = 8;        // a word in no more than this many of the free sections
constexpr size_t kCandidates = 8;  // for one section

void MatchParents(SectionPairs& pairs) {
  const size_t size = pairs.newer().size();
  std::vector<std::map<size_t, size_t>> votes(
      size);  // by newer section: older parents of its children's matches
  std::vector<size_t> children(size);
  for (size_t i = 0; i < size; ++i) {
    const size_t parent = pairs.NewerParent(i);
    if (parent == kNone || pairs.OlderOf(parent) != kNone) continue;
    ++children[parent];
    if (pairs.OlderOf(i) == kNone) continue;
    const size_t older_parent = pairs.OlderParent(pairs.OlderOf(i));
    if (older_parent != kNone) ++votes[parent][older_parent];
  }
  for (size_t i = size; i-- > 0;) {
    for (const auto& [older, count] : votes[i]) {
      const bool same_depth = pairs.older()[older].depth_levels == pairs.newer()[i].depth_levels;
      if (same_depth && count * 2 > children[i] && pairs.Free(older, i)) pairs.Match(older, i);
    }
  }
}

bool IsRetitled(SectionPairs& pairs, size_t older, size_t newer) {
  if (pairs.older()[older].depth_levels != pairs.newer()[newer].depth_levels) return false;
  const double likeness = pairs.BodyLikeness(older, newer);
  const size_t words = std::min(pairs.OlderBag(older).size(), pairs.NewerBag(newer).size());
  if (words >= kMinWords && pairs.RunLikeness(older, newer) < kInPlaceRuns) return false;
  return likeness >= kInPlace || (likeness >= kInPlaceTitled && pairs.TitlesAreAlike(older, newer));
}

void MatchBetweenNeighbours(SectionPairs& pairs) {
  const size_t older_size = pairs.older().size(), newer_size = pairs.newer().size();
  for (size_t i = 0; i < newer_size; ++i) {
    const bool alone = pairs.NewerIsFree(i) && (i == 0 || pairs.OlderOf(i - 1) != kNone) &&
                       (i + 1 == newer_size || pairs.OlderOf(i + 1) != kNone);
    if (!alone) continue;
    const size_t begin = i == 0 ? 0 : pairs.OlderOf(i - 1) + 1;
    const size_t end = i + 1 == newer_size ? older_size : pairs.OlderOf(i + 1);
    size_t found = kNone, count = 0;
    for (size_t j = begin; j < end && count < 2; ++j) {
      if (pairs.OlderIsFree(j)) found = j, ++count;
    }
    if (count == 1 && IsRetitled(pairs, found, i)) pairs.Match(found, i);
  }
}

struct Candidate {
  double likeness = 0;
  size_t older = 0, newer = 0;
};

// The free sections of the older list by the words that few of them hold.
std::unordered_map<uint64_t, std::vector<size_t>> IndexRareWords(SectionPairs& pairs) {
  std::unordered_map<uint64_t, std::vector<size_t>> index;
  for (size_t i = 0; i < pairs.older().size(); ++i) {
    if (!pairs.OlderIsFree(i)) continue;
    uint64_t last = 0;
    bool first = true;
    for (const uint64_t word : pairs.OlderBag(i).hashes()) {
      if (!first && word == last) continue;
      first = false;
      last = word;
      std::vector<size_t>& places = index[word];
      if (places.size() <= kRare) places.push_back(i);
    }
  }
  return index;
}

std::vector<size_t> FindCandidates(const std::unordered_map<uint64_t, std::vector<size_t>>& index,
                                   const WordBag& bag) {
  std::map<size_t, size_t> shared;
  for (const uint64_t word : bag.hashes()) {
    const auto found = index.find(word);
    if (found == index.end() || found->second.size() > kRare) continue;
    for (const size_t older : found->second) ++shared[older];
  }
  std::vector<std::pair<size_t, size_t>> ranked;
  for (const auto& [older, count] : shared) ranked.emplace_back(count, older);
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<size_t> candidates;
  for (size_t i = 0; i < std::min(ranked.size(), kCandidates); ++i) candidates.push_back(ranked[i].second);
  return candidates;
}

void MatchMoved(SectionPairs& pairs) {
  const auto index = IndexRareWords(pairs);
  if (index.empty()) return;
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < pairs.newer().size(); ++i) {
    if (!pairs.NewerIsFree(i) || pairs.NewerBag(i).size() < kMinWords) continue;
    for (const size_t older : FindCandidates(index, pairs.NewerBag(i))) {
      if (pairs.OlderBag(older).size() < kMinWords) continue;
      if (!pairs.Free(older, i)) continue;
      const double runs = pairs.RunLikeness(older, i);
      if (runs < kInPlaceRuns) continue;
      const double likeness = pairs.BodyLikeness(older, i);
      if (likeness < kMovedTitled) continue;
      if ((likeness >= kMoved && runs >= kMovedRuns) ||
          (runs >= kInPlaceRuns && pairs.TitlesAreAlike(older, i)))
        candidates.push_back({likeness + runs, older, i});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
  for (const Candidate& candidate : candidates) {
    if (pairs.Free(candidate.older, candidate.newer)) pairs.Match(candidate.older, candidate.newer);
  }
}

// What is nearly all a part of a section that was split, or was merged into one, is no other section; but
// where the whole has no counterpart, one of its parts is: that of its number, else the first.
void MatchParts(SectionPairs& pairs) {
  const SectionParts parts = FindParts(pairs.older(), pairs.newer(), pairs.TakeResult());
  std::map<size_t, std::vector<size_t>> of_older, of_newer;  // by whole
  for (const SectionPart& part : parts.splits)
    if (part.share >= kPart) of_older[part.whole].push_back(part.part);
  for (const SectionPart& part : parts.merges)
    if (part.share >= kPart) of_newer[part.whole].push_back(part.part);
  const auto first = [](const std::vector<size_t>& places, std::span<const SectionView> sections,
                        std::string_view number) {
    const auto same = std::find_if(places.begin(), places.end(), [&](size_t place) {
      return !number.empty() && sections[place].number == number;
    });
    return same == places.end() ? places.front() : *same;
  };
  for (const auto& [whole, places] : of_older) {
    const bool open = pairs.NewerOf(whole) == kNone;
    if (open && places.size() < 2) continue;
    const size_t stays = first(places, pairs.newer(), pairs.older()[whole].number);
    if (open && pairs.Free(whole, stays)) pairs.Match(whole, stays);
    for (const size_t place : places) pairs.KeepNewer(place);
  }
  for (const auto& [whole, places] : of_newer) {
    const bool open = pairs.OlderOf(whole) == kNone;
    if (open && places.size() < 2) continue;
    const size_t stays = first(places, pairs.older(), pairs.newer()[whole].number);
    if (open && pairs.Free(stays, whole)) pairs.Match(stays, whole);
    for (const size_t place : places) pairs.KeepOlder(place);
  }
}

}  // namespace

void MatchLoosely(SectionPairs& pairs) {
  pairs.SetReason(LinkReason::kWords);
  MatchParts(pairs);
  pairs.SetReason(LinkReason::kChildren);
  MatchParents(pairs);
  pairs.SetReason(LinkReason::kPlace);
  MatchBetweenNeighbours(pairs);
  pairs.SetReason(LinkReason::kWords);
  MatchMoved(pairs);
}

}  // namespace muragat
