#include "muragat/text/han_numeral.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(HanNumeral, IsReadByItsUnitsOrFigureByFigure) {
  EXPECT_EQ(ReadHanNumeral("六十八"), 68u);
  EXPECT_EQ(ReadHanNumeral("十"), 10u);
  EXPECT_EQ(ReadHanNumeral("十九"), 19u);
  EXPECT_EQ(ReadHanNumeral("二十"), 20u);
  EXPECT_EQ(ReadHanNumeral("一百零七"), 107u);
  EXPECT_EQ(ReadHanNumeral("两百"), 200u);
  EXPECT_EQ(ReadHanNumeral("一千零十"), 1010u);
  EXPECT_EQ(ReadHanNumeral("一千二百六十"), 1260u);
  EXPECT_EQ(ReadHanNumeral("一〇八"), 108u);
  EXPECT_EQ(ReadHanNumeral("零"), 0u);
}

TEST(HanNumeral, WhatIsNoNumberIsNone) {
  for (const std::string text :
       {"", "68", "第六", "六八十", "十百", "一万", "十一二", "一二三四五", "六\xe5\x8d"})
    EXPECT_EQ(ReadHanNumeral(text), std::nullopt) << text;
}

// Every number below ten thousand, written by the rules.
TEST(HanNumeral, EveryNumberIsReadBack) {
  const std::string figures[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  const std::string units[] = {"千", "百", "十", ""};
  for (uint32_t number = 1; number < 10'000; ++number) {
    std::string text;
    bool gap = false;
    for (uint32_t place = 0, unit = 1000; unit > 0; ++place, unit /= 10) {
      const uint32_t figure = number / unit % 10;
      if (figure == 0) {
        gap = !text.empty();
        continue;
      }
      if (gap) text += figures[0];
      gap = false;
      text += figures[figure] + units[place];
    }
    ASSERT_EQ(ReadHanNumeral(text), number) << text;
  }
}

}  // namespace
}  // namespace muragat
