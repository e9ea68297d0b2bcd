#include "muragat/diff/shingle_diff.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

#include "muragat/diff/common_ends.h"
#include "muragat/diff/rising_run.h"
#include "muragat/diff/text_change.h"
#include "muragat/diff/word_cuts.h"

namespace muragat {
namespace {

// How long the runs are that are looked for, from one try to the next: in what lies between long ones, short
// ones are telling, too.
constexpr std::array<size_t, 2> kShingleBytes = {24, 10};
constexpr size_t kBytesPerEntry = 8;  // of the older text, to begin with

// Of two places from which on (or up to which) the texts are equal, whether both may be cut.
bool AreCuts(std::string_view older, size_t older_at, std::string_view newer, size_t newer_at) {
  return IsWordCut(older, older_at) && IsWordCut(newer, newer_at);
}

uint32_t HashShingle(const char* bytes, size_t size) {
  uint64_t head = 0, middle = 0, tail = 0;
  std::memcpy(&head, bytes, 8);
  std::memcpy(&middle, bytes + size / 2 - 4, 8);
  std::memcpy(&tail, bytes + size - 8, 8);
  const uint64_t mixed = (head ^ std::rotl(middle, 21) ^ std::rotl(tail, 42)) * 0x9E3779B97F4A7C15u;
  return static_cast<uint32_t>(mixed >> 32);
}

// Of long runs those with such hashes are looked for, about half of them: what lies between is found when
// they are made longer.
// By the highest bit, which no table is large enough to place a run by.
bool IsSampled(uint32_t hash, size_t level) { return level > 0 || (hash >> 31) == 0; }

// Where the run of a hash begins in the older text.
struct Entry {
  uint32_t hash = 0;
  uint32_t older = 0;  // plus 1; 0: the entry is free
};
constexpr uint32_t kOften = UINT32_MAX;  // the run begins at several places

class Differ {
 public:
  void Start(std::string_view older, std::string_view newer) {
    older_ = older;
    newer_ = newer;
    changes_.clear();
  }

  // What lies in one stretch of each text, of which the rest is dealt with.
  void Diff(TextChange stretch, size_t level) {
    Trim(stretch);
    if (stretch.OlderSize() == 0 && stretch.NewerSize() == 0) return;
    if (stretch.OlderSize() == 0 || stretch.NewerSize() == 0 || level == kShingleBytes.size()) {
      return AppendChange(changes_, stretch);
    }
    const size_t first = matches_.size();
    FindMatches(stretch, level);
    size_t older_at = stretch.older_begin, newer_at = stretch.newer_begin;
    for (size_t i = first; i < matches_.size(); ++i) {
      const Match match = matches_[i];
      Diff({older_at, match.older, newer_at, match.newer}, level + 1);
      older_at = match.older + match.size;
      newer_at = match.newer + match.size;
    }
    matches_.resize(first);
    Diff({older_at, stretch.older_end, newer_at, stretch.newer_end}, level + 1);
  }

  const TextChanges& changes() const { return changes_; }

 private:
  struct Match {
    size_t older = 0, newer = 0, size = 0;
  };

  // Leaves out what is equal at both ends.
  void Trim(TextChange& stretch) const {
    const auto older = [&] { return older_.substr(stretch.older_begin, stretch.OlderSize()); };
    const auto newer = [&] { return newer_.substr(stretch.newer_begin, stretch.NewerSize()); };
    size_t begin = EqualPrefix(older(), newer());
    while (begin > 0 && !AreCuts(older_, stretch.older_begin + begin, newer_, stretch.newer_begin + begin))
      --begin;
    stretch.older_begin += begin;
    stretch.newer_begin += begin;
    size_t end = EqualSuffix(older(), newer());
    while (end > 0 && !AreCuts(older_, stretch.older_end - end, newer_, stretch.newer_end - end)) --end;
    stretch.older_end -= end;
    stretch.newer_end -= end;
  }

  // Makes a match as long as may be, up to cuts, from `newer_at` on; of no size where nothing is left of it.
  void Extend(Match& match, size_t newer_at, const TextChange& stretch) const {
    size_t before = EqualSuffix(older_.substr(stretch.older_begin, match.older - stretch.older_begin),
                                newer_.substr(newer_at, match.newer - newer_at));
    while (before > 0 && !AreCuts(older_, match.older - before, newer_, match.newer - before)) --before;
    match.older -= before;
    match.newer -= before;
    match.size = EqualPrefix(older_.substr(match.older, stretch.older_end - match.older),
                             newer_.substr(match.newer, stretch.newer_end - match.newer));
    while (match.size > 0 && !AreCuts(older_, match.older + match.size, newer_, match.newer + match.size))
      --match.size;
  }

  Entry& At(uint32_t hash) {
    const size_t mask = table_.size() - 1;
    size_t place = hash & mask;
    while (table_[place].older != 0 && table_[place].hash != hash) place = (place + 1) & mask;
    return table_[place];
  }

  // Calls `visit(at, hash)` for the sampled runs that begin at the cuts of a stretch; it returns where to go
  // on, behind `at`.
  template <typename Visit>
  static void VisitRuns(std::string_view text, size_t begin, size_t end, size_t level, const Visit& visit) {
    const size_t run_bytes = kShingleBytes[level];
    if (begin + run_bytes > end) return;
    const size_t behind_last = end - run_bytes + 1;
    for (size_t block = begin, next = begin; block < behind_last; block += 64) {
      if (next >= block + 64) continue;
      uint64_t cuts = FindWordCuts(text.substr(0, end), block);
      for (; cuts != 0; cuts &= cuts - 1) {
        const size_t at = block + static_cast<size_t>(std::countr_zero(cuts));
        if (at < next) continue;
        if (at >= behind_last) return;
        const uint32_t hash = HashShingle(text.data() + at, run_bytes);
        if (IsSampled(hash, level)) next = visit(at, hash);
      }
    }
  }

  // Appends to `matches_` runs that are in both stretches, once in the older one, each as long as may be,
  // those that stand in the same order in both.
  void FindMatches(const TextChange& stretch, size_t level) {
    table_.assign(std::bit_ceil(stretch.OlderSize() / kBytesPerEntry + 8), {});
    size_t used = 0;
    VisitRuns(older_, stretch.older_begin, stretch.older_end, level, [&](size_t at, uint32_t hash) {
      Entry& entry = At(hash);
      if (entry.older == 0 && (++used) * 4 > table_.size() * 3) {
        Grow();
        At(hash) = {hash, static_cast<uint32_t>(at + 1)};
      } else {
        entry = {hash, entry.older == 0 ? static_cast<uint32_t>(at + 1) : kOften};
      }
      return at + 1;
    });
    if (used == 0) return;
    found_.clear();
    size_t newer_at = stretch.newer_begin;  // up to which the newer text is matched
    const size_t run_bytes = kShingleBytes[level];
    VisitRuns(newer_, stretch.newer_begin, stretch.newer_end, level, [&](size_t at, uint32_t hash) {
      const Entry& entry = At(hash);
      if (entry.older == 0 || entry.older == kOften) return at + 1;
      Match match{entry.older - 1, at, 0};
      if (older_.compare(match.older, run_bytes, newer_, at, run_bytes) != 0) return at + 1;
      Extend(match, newer_at, stretch);
      if (match.newer + match.size <= at) return at + 1;
      found_.push_back(match);
      return newer_at = match.newer + match.size;
    });
    KeepRising();
  }

  // Of what was found, the matches that stand in the same order in both texts, without overlaps in the older.
  void KeepRising() {
    places_.clear();
    for (const Match& match : found_) places_.push_back(match.older);
    size_t older_at = 0;
    const auto keep = [&](Match match) {
      if (match.older < older_at) {  // the beginning is the match before's
        size_t cut = older_at - match.older;
        while (cut < match.size && !AreCuts(older_, match.older + cut, newer_, match.newer + cut)) ++cut;
        if (cut >= match.size) return;
        match = {match.older + cut, match.newer + cut, match.size - cut};
      }
      matches_.push_back(match);
      older_at = match.older + match.size;
    };
    if (std::is_sorted(places_.begin(), places_.end())) {
      for (const Match& match : found_) keep(match);
    } else {
      for (const size_t index : LongestRisingRun(places_)) keep(found_[index]);
    }
  }

  void Grow() {
    std::vector<Entry> larger(table_.size() * 2);
    larger.swap(table_);
    for (const Entry& entry : larger) {
      if (entry.older != 0) At(entry.hash) = entry;
    }
  }

  std::string_view older_, newer_;
  std::vector<Entry> table_;
  std::vector<Match> matches_;  // of the stretches that are being looked at
  std::vector<Match> found_;
  std::vector<size_t> places_;
  TextChanges changes_;
};

}  // namespace

class ShingleDiffer::Impl : public Differ {};

ShingleDiffer::ShingleDiffer() : impl_(std::make_unique<Impl>()) {}
ShingleDiffer::~ShingleDiffer() = default;

EditScript ShingleDiffer::Diff(std::string_view older, std::string_view newer) {
  impl_->Start(older, newer);
  impl_->Diff({0, older.size(), 0, newer.size()}, 0);
  return WriteScript(impl_->changes(), older.size(), newer);
}

EditScript DiffByShingles(std::string_view older, std::string_view newer) {
  return ShingleDiffer().Diff(older, newer);
}

}  // namespace muragat
