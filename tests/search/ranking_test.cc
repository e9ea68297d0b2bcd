#include "muragat/search/ranking.h"

#include <array>

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(Ranking, PrefersMoreOccurrencesAndShorterTexts) {
  Ranking ranking({3});
  ranking.Add(std::array<uint32_t, 1>{1}, 100);
  ranking.Add(std::array<uint32_t, 1>{2}, 100);
  ranking.Add(std::array<uint32_t, 1>{1}, 50);
  const std::vector<double> scores = ranking.Scores();
  EXPECT_GT(scores[1], scores[0]);
  EXPECT_GT(scores[2], scores[0]);
}

TEST(Ranking, PrefersTheRarerTerm) {
  Ranking ranking({1000, 3});
  ranking.Add(std::array<uint32_t, 2>{1, 0}, 100);
  ranking.Add(std::array<uint32_t, 2>{0, 1}, 100);
  const std::vector<double> scores = ranking.Scores();
  EXPECT_GT(scores[1], scores[0]);
  EXPECT_GT(scores[0], 0);
}

TEST(Ranking, IsBm25) {
  Ranking ranking({1});
  ranking.Add(std::array<uint32_t, 1>{1}, 10);
  // ln(1 + (2 − 1 + 0.5) / (1 + 0.5)) · 1 · 2.2 / (1 + 1.2), the length being the mean.
  EXPECT_NEAR(ranking.Scores()[0], 0.693147, 1e-6);
}

TEST(Ranking, OfNothingIsEmpty) { EXPECT_TRUE(Ranking({1}).Scores().empty()); }

}  // namespace
}  // namespace muragat
