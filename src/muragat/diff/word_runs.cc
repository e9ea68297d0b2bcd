#include "muragat/diff/word_runs.h"

#include <algorithm>
#include <iterator>

#include "muragat/diff/quick_words.h"

namespace muragat {
namespace {

constexpr size_t kRunWords = 3;
constexpr size_t kRunIdeographs = 5;  // each counts as a word

}  // namespace

WordRuns::WordRuns(std::string_view text) {
  const std::vector<QuickWord> words = CutQuickWords(text);
  const auto ideographs =
      std::count_if(words.begin(), words.end(), [](const QuickWord& word) { return word.ideograph; });
  const size_t length = static_cast<size_t>(ideographs) * 2 > words.size() ? kRunIdeographs : kRunWords;
  if (words.size() < length) return;
  hashes_.reserve(words.size());
  for (size_t i = length; i <= words.size(); ++i) {
    uint64_t run = 0;
    for (size_t j = i - length; j < i; ++j) run = run * 0x9e3779b97f4a7c15U + words[j].hash;
    hashes_.push_back(run);
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
