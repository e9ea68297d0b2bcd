#include "muragat/diff/word_bag.h"

#include <algorithm>

#include "muragat/diff/quick_words.h"

namespace muragat {
namespace {

constexpr size_t kMinLetters = 4;
constexpr size_t kMinBag = 8;
constexpr double kMostOfIt = 0.7;

}  // namespace

WordBag::WordBag(std::string_view text) {
  const std::vector<QuickWord> words = CutQuickWords(text);
  const QuickWord* last = nullptr;
  for (const QuickWord& word : words) {
    if (word.ideograph && last != nullptr && last->ideograph) {
      hashes_.push_back(last->hash * 0x9e3779b97f4a7c15U + word.hash);
    } else if (word.letters >= kMinLetters || word.has_digit) {
      hashes_.push_back(word.hash);
    }
    last = &word;
  }
  if (hashes_.size() * 2 < words.size()) {
    hashes_.clear();
    for (const QuickWord& word : words) hashes_.push_back(word.hash);
  }
  std::sort(hashes_.begin(), hashes_.end());
}

size_t WordBag::CountCommon(const WordBag& other) const {
  size_t common = 0;
  for (auto a = hashes_.begin(), b = other.hashes_.begin(); a != hashes_.end() && b != other.hashes_.end();) {
    if (*a == *b) {
      ++common, ++a, ++b;
    } else if (*a < *b) {
      ++a;
    } else {
      ++b;
    }
  }
  return common;
}

double WordBag::Likeness(const WordBag& other) const {
  if (size() == 0 || other.size() == 0) return 0;
  const auto common = static_cast<double>(CountCommon(other));
  const size_t smaller = std::min(size(), other.size());
  const double of_smaller = common / static_cast<double>(smaller);
  if (smaller >= kMinBag && of_smaller >= kMostOfIt) return of_smaller;
  return 2 * common / static_cast<double>(size() + other.size());
}

}  // namespace muragat
