#include "muragat/diff/word_runs.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "muragat/base/hash.h"
#include "muragat/diff/word_cuts.h"

namespace muragat {
namespace {

constexpr size_t kSampledBytes = 2048;  // of a text of this size all runs are kept

// About three words, two of a script of two bytes a letter, five ideographs; by a run's first byte.
constexpr size_t RunBytes(unsigned char first) { return first < 0x80 ? 18 : first < 0xe0 ? 32 : 15; }

// The runs whose hashes have no bit of `mask`.
void AppendHashes(std::string_view text, uint64_t mask, std::vector<uint64_t>& hashes) {
  for (size_t block = 0; block < text.size(); block += 64) {
    for (uint64_t cuts = FindWordCuts(text, block); cuts != 0; cuts &= cuts - 1) {
      const size_t at = block + static_cast<size_t>(std::countr_zero(cuts));
      const size_t size = RunBytes(static_cast<unsigned char>(text[at]));
      if (at + size > text.size()) continue;
      const uint64_t hash = Hash64(text.substr(at, size));
      if ((hash & mask) == 0) hashes.push_back(hash);
    }
  }
}

}  // namespace

void AppendRunHashes(std::string_view text, std::vector<uint64_t>& hashes) { AppendHashes(text, 0, hashes); }

WordRuns::WordRuns(std::string_view text, uint64_t mask) : mask_(mask) {
  if (mask == 0) hashes_.reserve(text.size() / 5);
  AppendHashes(text, mask, hashes_);
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
}

WordRuns WordRuns::Without(const WordRuns& other) const {
  WordRuns rest;
  std::set_difference(hashes_.begin(), hashes_.end(), other.hashes_.begin(), other.hashes_.end(),
                      std::back_inserter(rest.hashes_));
  return rest;
}

WordRuns WordRuns::Sample(std::string_view text) {
  return WordRuns(text, std::bit_ceil(text.size() / kSampledBytes + 1) - 1);
}

double WordRuns::Likeness(const WordRuns& other) const {
  const uint64_t mask = mask_ | other.mask_;
  size_t ours = 0, theirs = 0, common = 0;
  auto b = other.hashes_.begin();
  for (const uint64_t hash : hashes_) {
    if ((hash & mask) != 0) continue;
    ++ours;
    for (; b != other.hashes_.end() && *b < hash; ++b) theirs += (*b & mask) == 0 ? 1u : 0u;
    if (b != other.hashes_.end() && *b == hash) ++common;
  }
  for (; b != other.hashes_.end(); ++b) theirs += (*b & mask) == 0 ? 1u : 0u;
  const size_t longer = std::max(ours, theirs);
  return longer == 0 ? 0 : static_cast<double>(common) / static_cast<double>(longer);
}

}  // namespace muragat
