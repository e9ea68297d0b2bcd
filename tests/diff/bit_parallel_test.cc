#include "muragat/diff/bit_parallel.h"

#include <gtest/gtest.h>

#include "tests/diff/common_subsequence.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

TEST(BitParallel, FindsALongestCommonSubsequenceOfAnySizes) {
  support::Random random(2004);
  BitParallel bit_parallel;
  for (int round = 0; round < 3000; ++round) {
    // One word of the table, its edge, and several words.
    const size_t most = random.Pick(std::vector<size_t>{10, 66, 200});
    Sequence a(random.Below(most)), b(random.Below(most));
    const uint32_t letters = 1 + random.Below(9);
    for (uint32_t& x : a) x = random.Below(letters);
    for (uint32_t& x : b) x = random.Below(letters);
    std::vector<uint8_t> deleted(a.size()), inserted(b.size());
    bit_parallel.Mark(a, b, letters, deleted, inserted);
    const Sequence kept = Kept(a, deleted);
    ASSERT_EQ(kept, Kept(b, inserted)) << "round " << round;
    ASSERT_EQ(kept.size(), CommonLength(a, b)) << "round " << round;
  }
}

TEST(BitParallel, MarksWhatIsNotCommon) {
  std::vector<uint8_t> deleted(4), inserted(3);
  BitParallel().Mark(Sequence{0, 1, 2, 3}, Sequence{1, 4, 3}, 5, deleted, inserted);
  EXPECT_EQ(deleted, (std::vector<uint8_t>{1, 0, 1, 0}));
  EXPECT_EQ(inserted, (std::vector<uint8_t>{0, 1, 0}));
}

TEST(BitParallel, SaysHowManyWordsItsTableHas) {
  EXPECT_EQ(BitParallel::TableWords(0, 7), 0U);
  EXPECT_EQ(BitParallel::TableWords(64, 7), 7U);
  EXPECT_EQ(BitParallel::TableWords(65, 7), 14U);
}

}  // namespace
}  // namespace muragat
