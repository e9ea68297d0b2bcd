#include "muragat/render/wording.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(FormatCount, PartsThousands) {
  EXPECT_EQ(FormatCount(0), "0");
  EXPECT_EQ(FormatCount(999), "999");
  EXPECT_EQ(FormatCount(1000), "1,000");
  EXPECT_EQ(FormatCount(1234567), "1,234,567");
}

TEST(CountOf, UsesThePluralButForOne) {
  EXPECT_EQ(CountOf(1, "change"), "1 change");
  EXPECT_EQ(CountOf(0, "reform"), "0 reforms");
}

TEST(FormatWords, NamesBothSides) {
  EXPECT_EQ(FormatWords(9, 14), "+9 −14 words");
  EXPECT_EQ(FormatWords(18, 0), "+18 words");
  EXPECT_EQ(FormatWords(0, 1), "−1 word");
  EXPECT_EQ(FormatWords(0, 0), "no words");
}

TEST(DescribeEvents, SpeaksAsAReaderDoes) {
  EXPECT_EQ(DescribeEvents({ChangeEvent::kChanged, ChangeEvent::kRetitled, ChangeEvent::kMoved}),
            "renamed, moved");
  EXPECT_EQ(DescribeEvents({ChangeEvent::kChanged}), "");
  EXPECT_EQ(DescribeEvents({ChangeEvent::kCompleted}), "cut text completed");
}

TEST(FormatCoordinate, IsShort) {
  EXPECT_EQ(FormatCoordinate(12.5), "12.5");
  EXPECT_EQ(FormatCoordinate(3), "3");
  EXPECT_EQ(FormatCoordinate(0.126), "0.13");
}

}  // namespace
}  // namespace muragat
