#include "muragat/diff/anchors.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "muragat/base/hash.h"
#include "muragat/diff/rising_run.h"

namespace muragat {
namespace {

// Where the runs of one hash are; the counts stop at 2.
struct Run {
  uint64_t hash = 0;
  uint32_t older = 0, newer = 0;
  uint8_t older_count = 0, newer_count = 0;
};

class RunTable {
 public:
  explicit RunTable(size_t runs) : runs_(std::bit_ceil(runs * 2 + 2)) {}

  Run& At(uint64_t hash) {
    const size_t mask = runs_.size() - 1;
    size_t place = hash & mask;
    while ((runs_[place].older_count | runs_[place].newer_count) != 0 && runs_[place].hash != hash) {
      place = (place + 1) & mask;
    }
    runs_[place].hash = hash;
    return runs_[place];
  }

 private:
  std::vector<Run> runs_;
};

uint64_t HashRun(std::span<const uint32_t> run) {
  return Hash64({reinterpret_cast<const char*>(run.data()), run.size_bytes()});
}

}  // namespace

std::vector<Anchor> FindAnchors(std::span<const uint32_t> older, std::span<const uint32_t> newer,
                                size_t run_length) {
  std::vector<Anchor> anchors;
  if (run_length == 0 || older.size() < run_length || newer.size() < run_length) return anchors;
  RunTable table(older.size() + newer.size());
  const size_t older_end = older.size() - run_length + 1, newer_end = newer.size() - run_length + 1;
  for (size_t i = 0; i < older_end; ++i) {
    Run& run = table.At(HashRun(older.subspan(i, run_length)));
    run.older = static_cast<uint32_t>(i);
    run.older_count = static_cast<uint8_t>(std::min(run.older_count + 1, 2));
  }
  for (size_t j = 0; j < newer_end; ++j) {
    Run& run = table.At(HashRun(newer.subspan(j, run_length)));
    run.newer = static_cast<uint32_t>(j);
    run.newer_count = static_cast<uint8_t>(std::min(run.newer_count + 1, 2));
  }
  std::vector<Anchor> candidates;
  std::vector<size_t> places;
  for (size_t i = 0; i < older_end; ++i) {
    const auto older_run = older.subspan(i, run_length);
    const Run& run = table.At(HashRun(older_run));
    if (run.older_count != 1 || run.newer_count != 1) continue;
    if (!std::ranges::equal(older_run, newer.subspan(run.newer, run_length))) continue;
    candidates.push_back({i, run.newer});
    places.push_back(run.newer);
  }
  for (const size_t index : LongestRisingRun(places)) anchors.push_back(candidates[index]);
  return anchors;
}

}  // namespace muragat
