#include "muragat/diff/word_runs.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "muragat/base/hash.h"
#include "muragat/diff/word_cuts.h"

namespace muragat {
namespace {

// About three words, two of a script of two bytes a letter, five ideographs; by a run's first byte.
constexpr size_t RunBytes(unsigned char first) { return first < 0x80 ? 18 : first < 0xe0 ? 32 : 15; }

}  // namespace

WordRuns::WordRuns(std::string_view text) {
  hashes_.reserve(text.size() / 5);
  for (size_t block = 0; block < text.size(); block += 64) {
    for (uint64_t cuts = FindWordCuts(text, block); cuts != 0; cuts &= cuts - 1) {
      const size_t at = block + static_cast<size_t>(std::countr_zero(cuts));
      const size_t size = RunBytes(static_cast<unsigned char>(text[at]));
      if (at + size <= text.size()) hashes_.push_back(Hash64(text.substr(at, size)));
    }
  }
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
}

WordRuns WordRuns::Without(const WordRuns& other) const {
  WordRuns rest;
  std::set_difference(hashes_.begin(), hashes_.end(), other.hashes_.begin(), other.hashes_.end(),
                      std::back_inserter(rest.hashes_));
  return rest;
}

double WordRuns::Likeness(const WordRuns& other) const {
  const size_t longer = std::max(size(), other.size());
  if (longer == 0) return 0;
  const size_t common = size() - Without(other).size();
  return static_cast<double>(common) / static_cast<double>(longer);
}

}  // namespace muragat
