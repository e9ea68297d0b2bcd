#include "muragat/render/margin_text.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(RenderWithMargin, EveryStretchBeginsARowWithItsNote) {
  EXPECT_EQ(
      RenderWithMargin({{"2001 First", "all free "}, {"2002", "people "}, {"2001 First", "vote\n"}}, 60),
      "2001 First │ all free\n"
      "2002       │ people\n"
      "2001 First │ vote\n");
}

TEST(RenderWithMargin, LongLinesAreFoldedBetweenWordsBesideAnEmptyMargin) {
  EXPECT_EQ(RenderWithMargin({{"2001", "one two three four five six seven eight nine ten\n"}}, 40),
            "2001 │ one two three four five six seven\n"
            "     │ eight nine ten\n");
}

TEST(RenderWithMargin, OfEmptyLinesOneIsLeft) {
  EXPECT_EQ(RenderWithMargin({{"a", "one\n\n\n\ntwo\n"}}, 40), "a │ one\n  │\n  │ two\n");
}

TEST(RenderWithMargin, ALongNoteTakesHalfOfTheWidth) {
  EXPECT_EQ(RenderWithMargin({{"2001 A reform of a very long name", "text"}}, 41),
            "2001 A reform of a… │ text\n");
}

TEST(RenderWithMargin, WideCharactersTakeTwoColumns) {
  EXPECT_EQ(RenderWithMargin({{"2001", "议会由一百零七名代表组成任期五年每位代表在就职时宣誓"}}, 40),
            "2001 │ 议会由一百零七名代表组成任期五年\n"
            "     │ 每位代表在就职时宣誓\n");
}

TEST(RenderWithMargin, ControlCharactersAreShownAndNothingIsNothing) {
  EXPECT_EQ(RenderWithMargin({{"a", "x\x1b[31my"}}, 40).find('\x1b'), std::string::npos);
  EXPECT_EQ(RenderWithMargin({}, 40), "");
}

}  // namespace
}  // namespace muragat
