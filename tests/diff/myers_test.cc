#include "muragat/diff/myers.h"

#include <algorithm>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "tests/diff/common_subsequence.h"

namespace muragat {
namespace {

TEST(Myers, FindsALongestCommonSubsequence) {
  constexpr uint32_t kSeed = 1986;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  Myers myers(1'000'000'000);
  for (int round = 0; round < 3000; ++round) {
    Sequence a(random() % 40), b(random() % 40);
    const auto letters = static_cast<uint32_t>(1 + random() % 8);
    for (uint32_t& x : a) x = static_cast<uint32_t>(random() % letters);
    for (uint32_t& x : b) x = static_cast<uint32_t>(random() % letters);
    std::vector<uint8_t> deleted(a.size()), inserted(b.size());
    ASSERT_TRUE(myers.Mark(a, b, 1000, deleted, inserted));
    const Sequence kept = Kept(a, deleted);
    ASSERT_EQ(kept, Kept(b, inserted));
    ASSERT_EQ(kept.size(), CommonLength(a, b)) << "round " << round;
  }
}

TEST(Myers, GivesUpBeyondTheBoundAndTouchesNothing) {
  Sequence a(100), b(100);
  std::iota(a.begin(), a.end(), 0);
  std::iota(b.rbegin(), b.rend(), 0);
  std::vector<uint8_t> deleted(100), inserted(100);
  EXPECT_FALSE(Myers(1'000'000).Mark(a, b, 50, deleted, inserted));
  EXPECT_EQ(std::count(deleted.begin(), deleted.end(), 1), 0);
  EXPECT_EQ(std::count(inserted.begin(), inserted.end(), 1), 0);
  EXPECT_FALSE(Myers(100).Mark(a, b, 1000, deleted, inserted));
  EXPECT_TRUE(Myers(1'000'000).Mark(a, b, 1000, deleted, inserted));
  EXPECT_EQ(std::count(deleted.begin(), deleted.end(), 1), 99);
}

}  // namespace
}  // namespace muragat
