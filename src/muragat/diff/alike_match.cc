#include "muragat/diff/alike_match.h"

#include <algorithm>
#include <map>
#include <vector>

namespace muragat {
namespace {

constexpr double kMuchOfIt = 0.4, kSomeRuns = 0.05;
constexpr size_t kMaxPairs = 256;  // of one group

struct Group {
  std::vector<size_t> older, newer;
};

struct Candidate {
  double likeness = 0;
  size_t older = 0, newer = 0;
};

void MatchGroup(SectionPairs& pairs, const Group& group) {
  std::vector<Candidate> candidates;
  for (const size_t older : group.older) {
    for (const size_t newer : group.newer) {
      const double runs = pairs.RunLikeness(older, newer);
      if (runs < kSomeRuns) continue;
      const double likeness = pairs.BodyLikeness(older, newer);
      if (likeness >= kMuchOfIt) candidates.push_back({likeness + runs, older, newer});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
  for (const Candidate& candidate : candidates) {
    if (pairs.Free(candidate.older, candidate.newer)) pairs.Match(candidate.older, candidate.newer);
  }
}

}  // namespace

void MatchAlike(SectionPairs& pairs, const KeyOf& key_of) {
  std::map<std::pair<std::string_view, std::string_view>, Group> groups;
  for (size_t i = 0; i < pairs.older().size(); ++i) {
    if (pairs.NewerOf(i) != SectionPairs::kNone) continue;
    if (const auto key = key_of(pairs.older()[i])) groups[{key->first, key->second}].older.push_back(i);
  }
  if (groups.empty()) return;
  for (size_t i = 0; i < pairs.newer().size(); ++i) {
    if (pairs.OlderOf(i) != SectionPairs::kNone) continue;
    const auto key = key_of(pairs.newer()[i]);
    if (!key) continue;
    const auto group = groups.find({key->first, key->second});
    if (group != groups.end()) group->second.newer.push_back(i);
  }
  for (const auto& [key, group] : groups) {
    const size_t size = group.older.size() * group.newer.size();
    if (size > 1 && size <= kMaxPairs) MatchGroup(pairs, group);
  }
}

}  // namespace muragat
