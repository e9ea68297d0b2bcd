#include "muragat/diff/anchors.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

using Sequence = std::vector<uint32_t>;
using Anchors = std::vector<Anchor>;

TEST(FindAnchors, TakesWhatOccursOnceOnEachSide) {
  EXPECT_EQ(FindAnchors(Sequence{1, 2, 2, 3}, Sequence{3, 2, 1}, 1), (Anchors{{3, 0}}));
  EXPECT_EQ(FindAnchors(Sequence{1, 9, 2, 9, 3}, Sequence{9, 1, 2, 9, 3}, 1),
            (Anchors{{0, 1}, {2, 2}, {4, 4}}));
}

TEST(FindAnchors, TakesWholeRuns) {
  EXPECT_EQ(FindAnchors(Sequence{1, 2, 3, 1, 2}, Sequence{7, 1, 2, 3}, 2), (Anchors{{1, 2}}));
  EXPECT_EQ(FindAnchors(Sequence{1, 2}, Sequence{1, 2}, 3), Anchors{});
}

TEST(FindAnchors, LeavesOutWhatCrosses) {
  EXPECT_EQ(FindAnchors(Sequence{1, 2, 3, 4}, Sequence{4, 1, 2, 3}, 1), (Anchors{{0, 1}, {1, 2}, {2, 3}}));
}

}  // namespace
}  // namespace muragat
