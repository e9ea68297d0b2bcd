#include "muragat/base/bounded_queue.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <numeric>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat {
namespace {

TEST(BoundedQueue, GivesItemsInTheOrderInWhichTheyCame) {
  BoundedQueue<int> queue(10);
  EXPECT_TRUE(queue.Push(1, 1));
  EXPECT_TRUE(queue.Push(2, 1));
  EXPECT_TRUE(queue.Push(3, 1));
  EXPECT_EQ(queue.Pop(), 1);
  EXPECT_EQ(queue.TryPop(), 2);
  EXPECT_EQ(queue.Pop(), 3);
  EXPECT_EQ(queue.TryPop(), std::nullopt);
}

TEST(BoundedQueue, GivesWhatIsLeftWhenItIsClosedAndLetsNothingIn) {
  BoundedQueue<int> queue(10);
  ASSERT_TRUE(queue.Push(1, 1));
  queue.Close();
  queue.Close();
  EXPECT_FALSE(queue.Push(2, 1));
  EXPECT_EQ(queue.Pop(), 1);
  EXPECT_EQ(queue.Pop(), std::nullopt);
  EXPECT_EQ(queue.TryPop(), std::nullopt);
}

TEST(BoundedQueue, LetsAnItemOverTheBoundInWhereNoneWaits) {
  BoundedQueue<int> queue(10);
  EXPECT_TRUE(queue.Push(1, 1'000));
  EXPECT_EQ(queue.Pop(), 1);
  EXPECT_TRUE(queue.Push(2, SIZE_MAX));
  EXPECT_EQ(queue.Pop(), 2);
  BoundedQueue<int> none(0);
  EXPECT_TRUE(none.Push(3, 0));
  EXPECT_TRUE(none.Push(4, 0));
  EXPECT_EQ(none.Pop(), 3);
}

TEST(BoundedQueue, TakesWhatCannotBeCopied) {
  BoundedQueue<std::unique_ptr<int>> queue(1);
  ASSERT_TRUE(queue.Push(std::make_unique<int>(5), 1));
  const auto item = queue.Pop();
  ASSERT_TRUE(item.has_value());
  EXPECT_EQ(**item, 5);
}

TEST(BoundedQueue, AThreadThatWaitsForRoomGetsIt) {
  BoundedQueue<int> queue(1);
  std::jthread putter([&queue] {
    for (int i = 0; i < 1'000; ++i) ASSERT_TRUE(queue.Push(i, 1));
  });
  for (int i = 0; i < 1'000; ++i) ASSERT_EQ(queue.Pop(), i);
}

TEST(BoundedQueue, ClosingEndsTheWaitForAnItem) {
  BoundedQueue<int> queue(1);
  std::jthread closer([&queue] { queue.Close(); });
  EXPECT_EQ(queue.Pop(), std::nullopt);
}

TEST(BoundedQueue, ClosingEndsTheWaitForRoom) {
  BoundedQueue<int> queue(1);
  ASSERT_TRUE(queue.Push(1, 1));
  std::jthread closer([&queue] { queue.Close(); });
  EXPECT_FALSE(queue.Push(2, 1));
  EXPECT_EQ(queue.Pop(), 1);
  EXPECT_EQ(queue.Pop(), std::nullopt);
}

// Two threads and random weights: nothing is lost, doubled or out of order, and what waits stays under the
// bound.
TEST(BoundedQueue, KeepsItsBoundAndOrderBetweenTwoThreads) {
  constexpr size_t kItems = 20'000, kMaxWeight = 100;
  support::Random random(20240611);
  std::vector<size_t> weights(kItems);
  for (size_t& weight : weights) weight = random.OneIn(50) ? 150 : random.Below(40);
  BoundedQueue<size_t> queue(kMaxWeight);
  std::atomic<size_t> given = 0;  // weight of what Push has let in
  std::jthread putter([&] {
    for (size_t i = 0; i < kItems; ++i) {
      ASSERT_TRUE(queue.Push(i, weights[i]));
      given += weights[i];
    }
    queue.Close();
  });
  size_t taken = 0, count = 0;
  while (const std::optional<size_t> item = queue.Pop()) {
    ASSERT_EQ(*item, count++);
    // This item, and what has been let in behind it: up to the bound, or one item over it.
    const size_t let_in = given;
    ASSERT_LE(let_in - std::min(let_in, taken), 150 + 150);
    taken += weights[*item];
  }
  EXPECT_EQ(count, kItems);
  EXPECT_EQ(taken, std::accumulate(weights.begin(), weights.end(), size_t{0}));
}

}  // namespace
}  // namespace muragat
