#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "muragat/diff/section_link.h"
#include "muragat/diff/word_bag.h"
#include "muragat/diff/word_runs.h"
#include "muragat/model/section_view.h"

namespace muragat {

// Which sections of two lists have been found to be the same, and what the search asks about them again and
// again.
class SectionPairs {
 public:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  // The lists must outlive the object.
  SectionPairs(std::span<const SectionView> older, std::span<const SectionView> newer);

  std::span<const SectionView> older() const { return older_; }
  std::span<const SectionView> newer() const { return newer_; }

  // What Match takes for the reason from here on.
  void SetReason(LinkReason reason) { reason_ = reason; }
  void Match(size_t older_index, size_t newer_index);
  size_t OlderOf(size_t newer_index) const { return older_of_[newer_index]; }  // kNone: not matched
  size_t NewerOf(size_t older_index) const { return newer_of_[older_index]; }
  bool Free(size_t older_index, size_t newer_index) const {
    return OlderIsFree(older_index) && NewerIsFree(newer_index);
  }
  bool OlderIsFree(size_t older_index) const {
    return newer_of_[older_index] == kNone && !older_kept_[older_index];
  }
  bool NewerIsFree(size_t newer_index) const {
    return older_of_[newer_index] == kNone && !newer_kept_[newer_index];
  }

  // Keeps a section from being matched: its text went elsewhere, or came from there.
  void KeepOlder(size_t older_index) { older_kept_[older_index] = true; }
  void KeepNewer(size_t newer_index) { newer_kept_[newer_index] = true; }

  // The section that this one lies in: the nearest before it that is less deep; kNone at the top.
  size_t OlderParent(size_t older_index) const { return older_parent_[older_index]; }
  size_t NewerParent(size_t newer_index) const { return newer_parent_[newer_index]; }

  // Whether both lie at the top or in sections matched to each other.
  bool ParentsMatch(size_t older_index, size_t newer_index) const;
  // Whether neither lies in a section that is matched to one in which the other does not lie.
  bool ParentsMayMatch(size_t older_index, size_t newer_index) const;

  // The share of words that two bodies have in common (see WordBag). Each body is cut once.
  double BodyLikeness(size_t older_index, size_t newer_index);
  // Whether one part in `parts` of the longer body, as bytes, is equal at their beginnings and ends: then
  // nothing more need be asked. Cost: a comparison.
  bool EndsAreEqual(size_t older_index, size_t newer_index, size_t parts) const;
  // The share of runs of words in common (see WordRuns). Each body is cut once.
  double RunLikeness(size_t older_index, size_t newer_index);
  // Whether two titles share half of the words of the shorter one.
  bool TitlesAreAlike(size_t older_index, size_t newer_index) const;
  const WordBag& OlderBag(size_t older_index);
  const WordBag& NewerBag(size_t newer_index);

  LinkReason ReasonOf(size_t newer_index) const { return reasons_[newer_index]; }  // of a matched one

  std::vector<std::optional<size_t>> TakeResult() const;

 private:
  std::span<const SectionView> older_, newer_;
  LinkReason reason_ = LinkReason::kEqualText;
  std::vector<size_t> older_of_, newer_of_, older_parent_, newer_parent_;
  std::vector<LinkReason> reasons_;  // by newer section
  std::vector<bool> older_kept_, newer_kept_;
  std::vector<std::optional<WordBag>> older_bags_, newer_bags_;
  std::vector<std::optional<WordRuns>> older_runs_, newer_runs_;
};

}  // namespace muragat
