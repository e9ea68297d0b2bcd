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

TEST(Ranking, WeighsCountAndLength) {
  Ranking ranking({0});
  ranking.Add(std::array<uint32_t, 1>{3}, 50);
  ranking.Add(std::array<uint32_t, 1>{1}, 150);
  ranking.set_sections({5});
  // ln(1 + (6 − 5 + 0.5) / (5 + 0.5)) = 0.241162; k1 1.2, b 0.75, lengths of 0.5 and 1.5 times the mean.
  const std::vector<double> scores = ranking.Scores();
  EXPECT_NEAR(scores[0], 0.241162 * 3 * 2.2 / (3 + 1.2 * (0.25 + 0.75 * 0.5)), 1e-5);
  EXPECT_NEAR(scores[1], 0.241162 * 1 * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 1.5)), 1e-5);
}

TEST(Ranking, OfNothingIsEmpty) { EXPECT_TRUE(Ranking({1}).Scores().empty()); }

}  // namespace
}  // namespace muragat
