#include "muragat/diff/common_ends.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(FindCommonEnds, OfEqualTextsAreTheWholeText) {
  const CommonEnds ends = FindCommonEnds("one\ntwo", "one\ntwo", false);
  EXPECT_EQ(ends.begin_bytes, 7U);
  EXPECT_EQ(ends.end_bytes, 0U);
}

TEST(FindCommonEnds, BackUpToLines) {
  const CommonEnds ends = FindCommonEnds("one\ntwo x\nthree\n", "one\ntwo y\nthree\n", false);
  EXPECT_EQ(ends.begin_bytes, 4U);
  EXPECT_EQ(ends.end_bytes, 6U);
}

TEST(FindCommonEnds, BackUpToWordsInALongLine) {
  const std::string before(5000, 'a'), behind(5000, 'b');
  const CommonEnds ends = FindCommonEnds(before + " 107 " + behind, before + " 198 " + behind, false);
  EXPECT_EQ(ends.begin_bytes, 5001U);
  EXPECT_EQ(ends.end_bytes, 5001U);
  const CommonEnds lines = FindCommonEnds(before + " 107 " + behind, before + " 198 " + behind, true);
  EXPECT_EQ(lines.begin_bytes, 0U);
  EXPECT_EQ(lines.end_bytes, 0U);
}

TEST(FindCommonEnds, NeverOverlap) {
  const CommonEnds ends = FindCommonEnds("a\na\n", "a\na\na\n", false);
  EXPECT_EQ(ends.begin_bytes, 4U);
  EXPECT_EQ(ends.end_bytes, 0U);
}

TEST(FindCommonEnds, PartNoLetterFromItsMark) {
  const std::string far(5000, 'a');
  EXPECT_EQ(FindCommonEnds(far + " e\u0301", far + " e", false).begin_bytes, 5001U);
}

}  // namespace
}  // namespace muragat
