#include "muragat/store/lineage_aliases.h"

#include <gtest/gtest.h>

#include "tests/support/dates.h"

namespace muragat {
namespace {

using support::Date;

Alias Of(uint32_t section, uint32_t target, uint32_t commit = 1) {
  return {.section = {section}, .commit = {commit}, .target = {target}};
}

TEST(LineageAliases, AreFollowedToTheirEnd) {
  LineageAliases aliases;
  aliases.Add(Of(4, 2));
  aliases.Add(Of(5, 4));
  EXPECT_EQ(aliases.Resolve({5}), SectionNumber{2});
  EXPECT_EQ(aliases.Resolve({5}, Date("2020")), SectionNumber{2});
  EXPECT_EQ(aliases.Resolve({7}), SectionNumber{7});
  EXPECT_EQ(aliases.last_section(), 5u);
}

TEST(LineageAliases, InACircleEndWhereTheyBegan) {
  LineageAliases aliases;
  aliases.Add(Of(8, 9));
  aliases.Add(Of(9, 8));
  EXPECT_EQ(aliases.Resolve({8}), SectionNumber{8});
  EXPECT_EQ(aliases.Resolve({9}), SectionNumber{9});
}

TEST(LineageAliases, ToItselfEndsWhatWasSaidBefore) {
  LineageAliases aliases;
  aliases.Add(Of(3, 2, 5));
  aliases.Add(Of(3, 3, 6));
  EXPECT_EQ(aliases.Resolve({3}), SectionNumber{3});
  EXPECT_TRUE(aliases.Names({2}) && aliases.Names({3}));
}

TEST(LineageAliases, OfADateHoldFromThatDateOn) {
  LineageAliases aliases;
  Alias apart = Of(7, 13);
  apart.by_archivist = true;
  apart.from = Date("2010-05-01");
  aliases.Add(apart);
  EXPECT_EQ(aliases.Resolve({7}, Date("2010-04-30")), SectionNumber{7});
  EXPECT_EQ(aliases.Resolve({7}, Date("2010-05-01")), SectionNumber{13});
  EXPECT_EQ(aliases.Resolve({7}), SectionNumber{7});
  EXPECT_TRUE(aliases.IsByArchivist({13}));
  aliases.Add(Of(13, 7, 2));
  EXPECT_EQ(aliases.Resolve({7}, Date("2011")), SectionNumber{7}) << "linked again";
}

}  // namespace
}  // namespace muragat
