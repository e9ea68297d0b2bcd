#include "muragat/render/list_number.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

MarkupList Items(size_t count) {
  MarkupList out;
  for (size_t i = 0; i < count; ++i) AppendOpen(out, "li");
  return out;
}

TEST(ListNumbers, ReadsTheNumberFromTheLineOfTheText) {
  constexpr std::string_view kSource = "1. one\n7. **seven**\n";
  MarkupList out = Items(2);
  ListNumbers numbers(kSource);
  numbers.EnterList(1);
  numbers.EnterItem(0);
  numbers.SeeText(kSource.substr(3, 3), out);
  numbers.EnterItem(1);
  numbers.SeeText(kSource.substr(12, 5), out);
  numbers.LeaveList(out);
  EXPECT_EQ(out[0].text, "1");
  EXPECT_EQ(out[1].text, "7");
}

TEST(ListNumbers, GivesTheMarkerNextToTheTextToTheInnermostItem) {
  constexpr std::string_view kSource = "2. 9. nine";
  MarkupList out = Items(2);
  ListNumbers numbers(kSource);
  numbers.EnterList(2);
  numbers.EnterItem(0);
  numbers.EnterList(9);
  numbers.EnterItem(1);
  numbers.SeeText(kSource.substr(6), out);
  EXPECT_EQ(out[0].text, "2");
  EXPECT_EQ(out[1].text, "9");
}

TEST(ListNumbers, CountsOnWhereAnItemHasNoText) {
  MarkupList out = Items(2);
  ListNumbers numbers("");
  numbers.EnterList(4);
  numbers.EnterItem(0);
  numbers.EnterItem(1);
  numbers.LeaveList(out);
  EXPECT_EQ(out[0].text, "4");
  EXPECT_EQ(out[1].text, "5");
}

TEST(ListNumbers, LeavesBulletsAlone) {
  constexpr std::string_view kSource = "- 5. text";
  MarkupList out = Items(1);
  ListNumbers numbers(kSource);
  numbers.EnterList(std::nullopt);
  numbers.EnterItem(0);
  numbers.SeeText(kSource.substr(5), out);
  EXPECT_EQ(out[0].text, "");
}

}  // namespace
}  // namespace muragat
