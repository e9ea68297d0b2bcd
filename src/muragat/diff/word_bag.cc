#include "muragat/diff/word_bag.h"

#include <algorithm>

#include "muragat/base/hash.h"
#include "muragat/text/fold.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

constexpr size_t kMinLetters = 4;
constexpr size_t kMinBag = 8;
constexpr double kMostOfIt = 0.7;

size_t CountCodePoints(std::string_view word) {
  return static_cast<size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

bool HoldsDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

WordBag::WordBag(std::string_view text) {
  const std::string folded = FoldCase(text);
  std::vector<uint64_t> all;
  size_t at = 0, ideograph_end = SIZE_MAX, ideograph_begin = 0;
  for (const Token& token : CutWords(folded)) {
    const std::string_view word = std::string_view(folded).substr(at, token.size_bytes);
    const size_t begin = at;
    at += token.size_bytes;
    if (token.kind != TokenKind::kWord) continue;
    all.push_back(Hash64(word));
    const size_t letters = CountCodePoints(word);
    const bool ideograph = letters == 1 && word.size() >= 3;
    if (ideograph && ideograph_end == begin) {
      hashes_.push_back(Hash64(std::string_view(folded).substr(ideograph_begin, at - ideograph_begin)));
    } else if (letters >= kMinLetters || HoldsDigit(word)) {
      hashes_.push_back(Hash64(word));
    }
    if (ideograph) ideograph_begin = begin, ideograph_end = at;
  }
  if (hashes_.size() * 2 < all.size()) hashes_ = std::move(all);
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
