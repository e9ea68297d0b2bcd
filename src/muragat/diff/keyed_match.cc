#include "muragat/diff/keyed_match.h"

#include <map>
#include <unordered_map>

#include "muragat/base/hash.h"

namespace muragat {
namespace {

constexpr double kAlike = 0.2;
constexpr size_t kNone = SectionPairs::kNone;
constexpr size_t kMaxComparisons = 16;  // of bodies, for one section

struct HashKey {
  size_t operator()(const MatchKey& key) const {
    return static_cast<size_t>(Hash64(key.first) * 0x9e3779b97f4a7c15U ^ Hash64(key.second));
  }
};

// The free sections of one key, in reading order.
struct Group {
  std::vector<size_t> older, newer;
};

class KeyedMatch {
 public:
  KeyedMatch(SectionPairs& pairs, const KeyOf& key_of, const Accepts& accepts)
      : pairs_(pairs),
        accepts_(accepts),
        older_group_(pairs.older().size(), kNone),
        newer_group_(pairs.newer().size(), kNone) {
    std::unordered_map<MatchKey, size_t, HashKey> numbers;
    for (size_t i = 0; i < newer_group_.size(); ++i) {
      if (pairs.OlderOf(i) != kNone) continue;
      const std::optional<MatchKey> key = key_of(pairs.newer()[i]);
      if (!key) continue;
      newer_group_[i] = numbers.try_emplace(*key, numbers.size()).first->second;
      groups_.resize(numbers.size());
      groups_[newer_group_[i]].newer.push_back(i);
    }
    if (numbers.empty()) return;
    for (size_t i = 0; i < older_group_.size(); ++i) {
      if (pairs.NewerOf(i) != kNone) continue;
      const std::optional<MatchKey> key = key_of(pairs.older()[i]);
      const auto found = key ? numbers.find(*key) : numbers.end();
      if (found == numbers.end()) continue;
      older_group_[i] = found->second;
      groups_[found->second].older.push_back(i);
    }
  }

  void Run() {
    bool several = false;
    for (const Group& group : groups_) {
      if (group.older.size() == 1 && group.newer.size() == 1) {
        Try(group.older[0], group.newer[0]);
      } else {
        several = several || !group.older.empty();
      }
    }
    if (!several) return;
    MatchBesideNeighbours();
    for (const Group& group : groups_) MatchUnderParents(group);
    MatchBetweenNeighbours();
    for (const Group& group : groups_) MatchAlike(group);
  }

 private:
  bool Try(size_t older, size_t newer) {
    if (!pairs_.Free(older, newer) || !accepts_(pairs_, older, newer)) return false;
    pairs_.Match(older, newer);
    return true;
  }

  void TryBeside(size_t older, size_t newer) {
    if (older >= older_group_.size() || newer_group_[newer] == kNone) return;
    if (older_group_[older] == newer_group_[newer] && pairs_.ParentsMayMatch(older, newer)) Try(older, newer);
  }

  void MatchBesideNeighbours() {
    const size_t size = newer_group_.size();
    for (size_t i = 0; i < size; ++i) {
      const size_t before = i == 0 ? kNone : pairs_.OlderOf(i - 1);
      if (i == 0 || before != kNone) TryBeside(before + 1, i);  // kNone + 1 is the first place
    }
    for (size_t i = size; i-- > 0;) {
      const size_t behind = i + 1 == size ? older_group_.size() : pairs_.OlderOf(i + 1);
      if (behind != kNone && behind > 0) TryBeside(behind - 1, i);
    }
  }

  void MatchUnderParents(const Group& group) {
    if (group.older.size() + group.newer.size() <= 2) return;
    std::map<size_t, std::vector<size_t>> older_by_parent;  // in order; what is used up goes from the front
    for (auto i = group.older.rbegin(); i != group.older.rend(); ++i) {
      if (pairs_.NewerOf(*i) == kNone) older_by_parent[pairs_.OlderParent(*i)].push_back(*i);
    }
    for (const size_t newer : group.newer) {
      const size_t parent = pairs_.NewerParent(newer);
      if (pairs_.OlderOf(newer) != kNone || parent == kNone || pairs_.OlderOf(parent) == kNone) continue;
      const auto found = older_by_parent.find(pairs_.OlderOf(parent));
      if (found == older_by_parent.end() || found->second.empty()) continue;
      if (Try(found->second.back(), newer)) found->second.pop_back();
    }
  }

  void MatchBetweenNeighbours() {
    const size_t size = newer_group_.size();
    std::vector<size_t> behind(size + 1, older_group_.size());
    for (size_t i = size; i-- > 0;)
      behind[i] = pairs_.OlderOf(i) != kNone ? pairs_.OlderOf(i) : behind[i + 1];
    std::vector<size_t> next(groups_.size(), 0);  // by group: how many of its older sections are passed
    size_t before = 0;                            // one behind the last matched neighbour
    for (size_t i = 0; i < size; ++i) {
      if (pairs_.OlderOf(i) != kNone) {
        before = pairs_.OlderOf(i) + 1;
        continue;
      }
      if (newer_group_[i] == kNone) continue;
      const Group& group = groups_[newer_group_[i]];
      size_t& at = next[newer_group_[i]];
      if (at > 0 && group.older[at - 1] >= before) at = 0;
      while (at < group.older.size() &&
             (group.older[at] < before || pairs_.NewerOf(group.older[at]) != kNone))
        ++at;
      if (at == group.older.size() || group.older[at] >= behind[i]) continue;
      const size_t older = group.older[at];
      if (pairs_.ParentsMayMatch(older, i) && Try(older, i)) before = older + 1;
    }
  }

  void MatchAlike(const Group& group) {
    if (group.older.size() + group.newer.size() <= 2) return;
    size_t first = 0;
    for (const size_t newer : group.newer) {
      if (pairs_.OlderOf(newer) != kNone) continue;
      while (first < group.older.size() && pairs_.NewerOf(group.older[first]) != kNone) ++first;
      size_t comparisons = 0;
      for (size_t i = first; i < group.older.size() && comparisons < kMaxComparisons; ++i) {
        const size_t older = group.older[i];
        if (!pairs_.Free(older, newer)) continue;
        ++comparisons;
        const bool equal = pairs_.older()[older].body == pairs_.newer()[newer].body;
        if ((equal || pairs_.BodyLikeness(older, newer) >= kAlike) && Try(older, newer)) break;
      }
    }
  }

  SectionPairs& pairs_;
  const Accepts& accepts_;
  std::vector<Group> groups_;
  std::vector<size_t> older_group_, newer_group_;  // by section: its group, or kNone
};

}  // namespace

void MatchByKey(SectionPairs& pairs, const KeyOf& key_of, const Accepts& accepts) {
  KeyedMatch(pairs, key_of, accepts).Run();
}

}  // namespace muragat
