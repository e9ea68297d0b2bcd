#include "muragat/diff/wording_log.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

// Words whose hashes are the numbers given, with traces that count from `trace`.
std::vector<TracedWord> Words(const std::vector<uint32_t>& hashes, uint32_t trace) {
  std::vector<TracedWord> words;
  for (const uint32_t hash : hashes) words.push_back({hash, trace++});
  return words;
}

TEST(WordingLog, FindsTheLongestStretchThatBeginsAsTheWordsDo) {
  WordingLog log(3);
  log.Add({1}, Words({1, 2, 3, 4}, 10));
  log.Add({1}, Words({1, 2, 3, 4, 5, 6}, 20));
  const auto found = log.Find({1}, Words({1, 2, 3, 4, 5, 9}, 0));
  ASSERT_EQ(found.words.size(), 5u);
  EXPECT_EQ(found.words.front().trace, 20u);
}

TEST(WordingLog, OfEquallyLongOnesPrefersTheSectionThenTheLast) {
  WordingLog log(2);
  log.Add({1}, Words({1, 2}, 10));
  log.Add({2}, Words({1, 2}, 20));
  log.Add({3}, Words({1, 2}, 30));
  EXPECT_EQ(log.Find({2}, Words({1, 2}, 0)).words.front().trace, 20u);
  EXPECT_EQ(log.Find({9}, Words({1, 2}, 0)).words.front().trace, 30u);
}

TEST(WordingLog, DoesNotGoOnFromOneStretchIntoTheNext) {
  WordingLog log(2);
  log.Add({1}, Words({1, 2}, 0));
  log.Add({1}, Words({3, 4}, 0));
  EXPECT_EQ(log.Find({1}, Words({1, 2, 3, 4}, 0)).words.size(), 2u);
  EXPECT_TRUE(log.Find({1}, Words({2, 3}, 0)).words.empty());
}

TEST(WordingLog, FindsNothingShorterThanARunAndNothingOnceCleared) {
  WordingLog log(3);
  log.Add({1}, Words({1, 2}, 0));
  EXPECT_TRUE(log.Find({1}, Words({1, 2}, 0)).words.empty());
  log.Add({1}, Words({1, 2, 3}, 0));
  EXPECT_EQ(log.Find({1}, Words({1, 2, 3}, 0)).words.size(), 3u);
  log.Clear();
  EXPECT_TRUE(log.Find({1}, Words({1, 2, 3}, 0)).words.empty());
}

TEST(WordingLog, FindsEveryStretchOfManyThatWereLogged) {
  WordingLog log(4);
  for (uint32_t i = 1; i <= 5000; ++i) log.Add({i}, Words({i, i + 1, i + 2, i + 3, 2 * i + 100'000}, i));
  for (uint32_t i = 1; i <= 5000; ++i) {
    const auto found = log.Find({i}, Words({i, i + 1, i + 2, i + 3, 2 * i + 100'000}, 0));
    ASSERT_EQ(found.words.size(), 5u);
    ASSERT_EQ(found.words.front().trace, i);
  }
}

}  // namespace
}  // namespace muragat
