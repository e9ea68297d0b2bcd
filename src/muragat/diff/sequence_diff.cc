#include "muragat/diff/sequence_diff.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "muragat/diff/anchors.h"

namespace muragat {
namespace {

constexpr uint8_t kInOlder = 1, kInNewer = 2, kInBoth = 3;

constexpr size_t kMaxTableWords = size_t{1} << 17;  // 1 MiB
// So many are left to Myers, whose way through a text that changed here and there reads better.
constexpr uint32_t kFewEdits = 256;

// How long the unique runs are that part a stretch, from one try to the next.
constexpr std::array<size_t, 2> kAnchorRuns = {8, 3};

}  // namespace

SequenceDiff::Stretch SequenceDiff::Stretch::Part(size_t older_begin, size_t older_end, size_t newer_begin,
                                                  size_t newer_end) const {
  return {older.subspan(older_begin, older_end - older_begin),
          newer.subspan(newer_begin, newer_end - newer_begin),
          deleted.subspan(older_begin, older_end - older_begin),
          inserted.subspan(newer_begin, newer_end - newer_begin)};
}

void SequenceDiff::Mark(std::span<const uint32_t> older, std::span<const uint32_t> newer, uint32_t number_end,
                        std::span<uint8_t> deleted, std::span<uint8_t> inserted) {
  if (sides_.size() < number_end) sides_.resize(number_end);
  MarkStretch({older, newer, deleted, inserted}, 0);
}

void SequenceDiff::MarkStretch(Stretch stretch, size_t level) {
  size_t begin = 0, end = 0;
  const size_t shorter = std::min(stretch.older.size(), stretch.newer.size());
  while (begin < shorter && stretch.older[begin] == stretch.newer[begin]) ++begin;
  while (end < shorter - begin && *(stretch.older.rbegin() + static_cast<ptrdiff_t>(end)) ==
                                      *(stretch.newer.rbegin() + static_cast<ptrdiff_t>(end))) {
    ++end;
  }
  stretch = stretch.Part(begin, stretch.older.size() - end, begin, stretch.newer.size() - end);
  if (!stretch.older.empty() && !stretch.newer.empty()) {
    if (MarkExactly(stretch)) return;
    if (level < kAnchorRuns.size() && MarkBetweenAnchors(stretch, level)) return;
    coarse_ = true;
  }
  std::fill(stretch.deleted.begin(), stretch.deleted.end(), uint8_t{1});
  std::fill(stretch.inserted.begin(), stretch.inserted.end(), uint8_t{1});
}

void SequenceDiff::Common::Keep(std::span<const uint32_t> sequence, const std::vector<uint8_t>& sides) {
  numbers.clear(), places.clear();
  for (size_t i = 0; i < sequence.size(); ++i) {
    if (sides[sequence[i]] != kInBoth) continue;
    numbers.push_back(sequence[i]);
    places.push_back(static_cast<uint32_t>(i));
  }
  changed.assign(numbers.size(), 0);
}

void SequenceDiff::Common::Spread(std::span<uint8_t> marks) const {
  std::fill(marks.begin(), marks.end(), uint8_t{1});
  for (size_t i = 0; i < places.size(); ++i) marks[places[i]] = changed[i];
}

// What is on one side only cannot be common: Myers need not see it.
bool SequenceDiff::MarkExactly(const Stretch& stretch) {
  for (const uint32_t number : stretch.older) sides_[number] |= kInOlder;
  for (const uint32_t number : stretch.newer) sides_[number] |= kInNewer;
  older_.Keep(stretch.older, sides_);
  newer_.Keep(stretch.newer, sides_);
  for (const uint32_t number : stretch.older) sides_[number] = 0;
  for (const uint32_t number : stretch.newer) sides_[number] = 0;
  if (!MarkCommon(static_cast<uint32_t>(sides_.size()))) return false;
  older_.Spread(stretch.deleted);
  newer_.Spread(stretch.inserted);
  return true;
}

// Myers takes as many steps as the square of the edits; where that is more than a table of bits has words,
// the table is cheaper.
bool SequenceDiff::MarkCommon(uint32_t number_end) {
  const auto mark_by_edits = [&](uint32_t max_edits) {
    return myers_.Mark(older_.numbers, newer_.numbers, max_edits, older_.changed, newer_.changed);
  };
  const size_t words = BitParallel::TableWords(older_.numbers.size(), newer_.numbers.size());
  const uint32_t few = std::max(kFewEdits, static_cast<uint32_t>(std::sqrt(static_cast<double>(words))));
  if (words > kMaxTableWords || few >= max_edits_) return mark_by_edits(max_edits_);
  if (!mark_by_edits(few)) {
    bit_parallel_.Mark(older_.numbers, newer_.numbers, number_end, older_.changed, newer_.changed);
  }
  return true;
}

bool SequenceDiff::MarkBetweenAnchors(const Stretch& stretch, size_t level) {
  const std::vector<Anchor> anchors = FindAnchors(stretch.older, stretch.newer, kAnchorRuns[level]);
  if (anchors.empty()) return level + 1 < kAnchorRuns.size() && MarkBetweenAnchors(stretch, level + 1);
  size_t older_at = 0, newer_at = 0;
  for (const Anchor& anchor : anchors) {
    if (anchor.older < older_at || anchor.newer < newer_at) continue;
    MarkStretch(stretch.Part(older_at, anchor.older, newer_at, anchor.newer), level + 1);
    older_at = anchor.older, newer_at = anchor.newer;
    while (older_at < stretch.older.size() && newer_at < stretch.newer.size() &&
           stretch.older[older_at] == stretch.newer[newer_at]) {
      ++older_at, ++newer_at;
    }
  }
  MarkStretch(stretch.Part(older_at, stretch.older.size(), newer_at, stretch.newer.size()), level + 1);
  return true;
}

}  // namespace muragat
