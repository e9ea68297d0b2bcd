#include "muragat/store/rising_table.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

RisingTable<int, std::string> SomeTens() {
  RisingTable<int, std::string> table;
  for (int ten = 10; ten <= 50; ten += 10) table.Add(ten, "value " + std::to_string(ten));
  return table;
}

TEST(RisingTable, FindsKeysInAnyOrder) {
  const auto table = SomeTens();
  for (const int key : {10, 10, 20, 50, 30, 40, 20, 50, 10}) {
    const std::string* const value = table.Find(key);
    ASSERT_NE(value, nullptr) << key;
    EXPECT_EQ(*value, "value " + std::to_string(key));
  }
}

TEST(RisingTable, FindsNothingUnderOtherKeysAndGoesOnFromThere) {
  const auto table = SomeTens();
  for (const int key : {15, 5, 55, 45, 0}) EXPECT_EQ(table.Find(key), nullptr) << key;
  EXPECT_EQ(*table.Find(50), "value 50");
  EXPECT_EQ(table.Find(51), nullptr);
  EXPECT_EQ(*table.Find(10), "value 10");
}

TEST(RisingTable, OfNothingFindsNothing) {
  const RisingTable<int, std::string> table;
  EXPECT_EQ(table.Find(1), nullptr);
  EXPECT_TRUE(table.rows().empty());
}

TEST(RisingTable, LetsItsValuesBeChanged) {
  auto table = SomeTens();
  *table.Find(30) = "another";
  EXPECT_EQ(*table.Find(30), "another");
  EXPECT_EQ(*table.Find(40), "value 40");
}

}  // namespace
}  // namespace muragat
