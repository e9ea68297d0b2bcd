#include "muragat/search/ranking.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace muragat {
namespace {

constexpr double kSaturation = 1.2, kLengthWeight = 0.75;

}  // namespace

void Ranking::Add(std::span<const uint32_t> counts, uint32_t words) {
  counts_.insert(counts_.end(), counts.begin(), counts.end());
  words_.push_back(words);
}

std::vector<double> Ranking::Scores() const {
  const size_t terms = sections_.size();
  std::vector<double> holding(sections_.begin(), sections_.end());
  for (size_t term = 0; term < terms; ++term) {
    if (sections_[term] != 0) continue;
    for (size_t i = 0; i < words_.size(); ++i) holding[term] += counts_[i * terms + term] > 0 ? 1 : 0;
  }
  // How rare a term is counts against the others that are asked for.
  const double all = std::accumulate(holding.begin(), holding.end(), 1.0);
  const double total_words = std::accumulate(words_.begin(), words_.end(), 0.0);
  const double mean_words = std::max(1.0, total_words / static_cast<double>(std::max<size_t>(1, size())));
  std::vector<double> scores(size());
  for (size_t i = 0; i < scores.size(); ++i) {
    const double length = 1 - kLengthWeight + kLengthWeight * words_[i] / mean_words;
    for (size_t term = 0; term < terms; ++term) {
      const double count = counts_[i * terms + term];
      const double rarity = std::log(1 + (all - holding[term] + 0.5) / (holding[term] + 0.5));
      scores[i] += rarity * count * (kSaturation + 1) / (count + kSaturation * length);
    }
  }
  return scores;
}

}  // namespace muragat
