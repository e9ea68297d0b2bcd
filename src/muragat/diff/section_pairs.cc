#include "muragat/diff/section_pairs.h"

#include <algorithm>

#include "muragat/diff/common_ends.h"

namespace muragat {
namespace {

std::vector<size_t> FindParents(std::span<const SectionView> sections) {
  std::vector<size_t> parents(sections.size(), SectionPairs::kNone);
  std::vector<size_t> open;  // the sections that the current one may lie in, outermost first
  for (size_t i = 0; i < sections.size(); ++i) {
    while (!open.empty() && sections[open.back()].depth_levels >= sections[i].depth_levels) open.pop_back();
    if (!open.empty()) parents[i] = open.back();
    open.push_back(i);
  }
  return parents;
}

const WordBag& CutOnce(std::vector<std::optional<WordBag>>& cut, std::span<const SectionView> sections,
                       size_t index) {
  if (cut.empty()) cut.resize(sections.size());
  if (!cut[index]) cut[index].emplace(sections[index].body);
  return *cut[index];
}

}  // namespace

SectionPairs::SectionPairs(std::span<const SectionView> older, std::span<const SectionView> newer)
    : older_(older),
      newer_(newer),
      older_of_(newer.size(), kNone),
      newer_of_(older.size(), kNone),
      older_parent_(FindParents(older)),
      newer_parent_(FindParents(newer)),
      reasons_(newer.size()),
      older_kept_(older.size()),
      newer_kept_(newer.size()) {}

void SectionPairs::Match(size_t older_index, size_t newer_index) {
  older_of_[newer_index] = older_index;
  newer_of_[older_index] = newer_index;
  reasons_[newer_index] = reason_;
}

bool SectionPairs::ParentsMatch(size_t older_index, size_t newer_index) const {
  const size_t older_parent = older_parent_[older_index], newer_parent = newer_parent_[newer_index];
  if (newer_parent == kNone) return older_parent == kNone;
  return older_parent != kNone && older_of_[newer_parent] == older_parent;
}

bool SectionPairs::ParentsMayMatch(size_t older_index, size_t newer_index) const {
  const size_t older_parent = older_parent_[older_index], newer_parent = newer_parent_[newer_index];
  if (newer_parent != kNone && older_of_[newer_parent] != kNone)
    return older_of_[newer_parent] == older_parent;
  return older_parent == kNone || newer_of_[older_parent] == kNone;
}

double SectionPairs::BodyLikeness(size_t older_index, size_t newer_index) {
  return OlderBag(older_index).Likeness(NewerBag(newer_index));
}

bool SectionPairs::EndsAreEqual(size_t older_index, size_t newer_index, size_t parts) const {
  const std::string_view older = older_[older_index].body, newer = newer_[newer_index].body;
  const size_t wanted = std::max(older.size(), newer.size()) / parts;
  if (std::min(older.size(), newer.size()) < wanted) return false;
  const size_t begin = EqualPrefix(older, newer);
  return begin >= wanted || begin + EqualSuffix(older.substr(begin), newer.substr(begin)) >= wanted;
}

double SectionPairs::RunLikeness(size_t older_index, size_t newer_index) {
  const auto runs_of = [](auto& cut, std::span<const SectionView> sections, size_t index) -> const WordRuns& {
    if (cut.empty()) cut.resize(sections.size());
    if (!cut[index]) cut[index] = WordRuns::Sample(sections[index].body);
    return *cut[index];
  };
  return runs_of(older_runs_, older_, older_index).Likeness(runs_of(newer_runs_, newer_, newer_index));
}

bool SectionPairs::TitlesAreAlike(size_t older_index, size_t newer_index) const {
  const WordBag older(older_[older_index].title), newer(newer_[newer_index].title);
  const size_t common = older.CountCommon(newer);
  return common > 0 && common * 2 >= std::min(older.size(), newer.size());
}

const WordBag& SectionPairs::OlderBag(size_t older_index) {
  return CutOnce(older_bags_, older_, older_index);
}
const WordBag& SectionPairs::NewerBag(size_t newer_index) {
  return CutOnce(newer_bags_, newer_, newer_index);
}

std::vector<std::optional<size_t>> SectionPairs::TakeResult() const {
  std::vector<std::optional<size_t>> result(newer_.size());
  for (size_t i = 0; i < newer_.size(); ++i) {
    if (older_of_[i] != kNone) result[i] = older_of_[i];
  }
  return result;
}

}  // namespace muragat
