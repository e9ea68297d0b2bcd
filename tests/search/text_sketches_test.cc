#include "muragat/search/text_sketches.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "muragat/base/hash.h"
#include "tests/store/memory_archive.h"
#include "tests/support/random.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::TextState;
using Groups = std::vector<WordGroup>;

Groups GroupsOf(const std::vector<std::string>& words) {
  Groups groups;
  WordGroups of_words;
  for (const std::string& word : words) of_words.Append(Hash64(word), groups);
  return groups;
}

constexpr SectionPlace kFirst{{1}, {1}}, kSecond{{2}, {3}};

TEST(WordGroups, AreTwoOrThreeWordsThatFollowEachOther) {
  EXPECT_EQ(GroupsOf({"a"}).size(), 0U);
  const Groups groups = GroupsOf({"a", "b", "c"});
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0], GroupsOf({"a", "b"})[0]);
  EXPECT_EQ(groups[1], GroupsOf({"b", "c"})[0]);
  EXPECT_EQ(GroupsOf({"x", "a", "b", "c"})[4], groups[2]) << "a, b and c, whatever is before them";
  EXPECT_NE(groups[0], GroupsOf({"b", "a"})[0]);
  EXPECT_NE(groups[2], GroupsOf({"x", "b", "c"})[2]);
}

TEST(TextSketches, DenyOnlyWhatIsKnownNotToBeThere) {
  MemoryArchive archive;
  TextSketches sketches;
  sketches.BeginPhrase(archive.reader());
  const Groups text = GroupsOf({"the", "quota", "of", "women"});
  EXPECT_TRUE(sketches.MayHold(kFirst, {0}, text)) << "nobody looked";
  sketches.Add(kFirst, {0}, text);
  EXPECT_TRUE(sketches.Knows(kFirst, {0}));
  EXPECT_FALSE(sketches.Knows(kFirst, {1}));
  EXPECT_FALSE(sketches.Knows(kSecond, {0}));
  EXPECT_TRUE(sketches.MayHold(kFirst, {0}, text));
  EXPECT_TRUE(sketches.MayHold(kFirst, {0}, GroupsOf({"quota", "of", "women"})));
  EXPECT_FALSE(sketches.MayHold(kFirst, {0}, GroupsOf({"women", "of", "quota"})));
  EXPECT_TRUE(sketches.MayHold(kFirst, {1}, GroupsOf({"women", "of", "quota"}))) << "another text";
}

TEST(TextSketches, OfATextWithoutGroupsDenyAll) {
  MemoryArchive archive;
  TextSketches sketches;
  sketches.BeginPhrase(archive.reader());
  sketches.Add(kSecond, {4}, {});
  EXPECT_FALSE(sketches.MayHold(kSecond, {4}, GroupsOf({"a", "b"})));
}

TEST(TextSketches, SayOfSeveralTextsWhetherOneMayHold) {
  MemoryArchive archive;
  TextSketches sketches;
  sketches.BeginPhrase(archive.reader());
  const Groups wanted = GroupsOf({"a", "quota"});
  for (uint32_t ordinal = 0; ordinal < 6; ++ordinal)
    sketches.Add(kSecond, {ordinal}, ordinal == 3 ? wanted : GroupsOf({"no", "more"}));
  EXPECT_TRUE(sketches.MayAnyHold(kSecond, 0, 2, wanted)) << "how many there are is not known";
  sketches.AddCount(kSecond, 6);
  EXPECT_FALSE(sketches.MayAnyHold(kSecond, 0, 3, wanted));
  EXPECT_TRUE(sketches.MayAnyHold(kSecond, 0, 4, wanted));
  EXPECT_FALSE(sketches.MayAnyHold(kSecond, 4, UINT32_MAX, wanted));
  sketches.AddCount(kFirst, 2);
  sketches.Add(kFirst, {0}, {});
  EXPECT_TRUE(sketches.MayAnyHold(kFirst, 0, UINT32_MAX, wanted)) << "nobody looked at the second";
}

TEST(TextSketches, NeverDenyWhatIsThereAndAffirmLittleElse) {
  MemoryArchive archive;
  support::Random random(5);
  TextSketches sketches;
  sketches.BeginPhrase(archive.reader());
  std::vector<Groups> texts;
  for (uint32_t i = 0; i < 3000; ++i) {
    std::vector<std::string> words;
    for (size_t size = random.Below(200); words.size() < size;)
      words.push_back(std::to_string(random.Below(100000)));
    texts.push_back(GroupsOf(words));
    sketches.Add({{1 + i / 7}, {1 + i % 7 / 2}}, {i % 7 % 2}, texts.back());
  }
  size_t affirmed = 0, asked = 0;
  for (uint32_t i = 0; i < 3000; ++i) {
    const SectionPlace place{{1 + i / 7}, {1 + i % 7 / 2}};
    for (const WordGroup group : texts[i])
      ASSERT_TRUE(sketches.MayHold(place, {i % 7 % 2}, std::vector<WordGroup>{group}));
    for (const WordGroup group : texts[(i + 1) % 3000]) {
      affirmed += sketches.MayHold(place, {i % 7 % 2}, std::vector<WordGroup>{group}) ? 1U : 0U;
      ++asked;
    }
  }
  EXPECT_LT(affirmed * 4, asked) << affirmed << " of " << asked;
}

TEST(TextSketches, StopWhereTheyAreFull) {
  MemoryArchive archive;
  TextSketches sketches(size_t{64} << 10);
  sketches.BeginPhrase(archive.reader());
  const Groups text = GroupsOf({"a", "quota"});
  for (uint32_t i = 1; i < 5000; ++i) {
    sketches.Add({{i}, {1}}, {0}, text);
    sketches.AddCount({{i}, {1}}, 1);
  }
  EXPECT_TRUE(sketches.is_full());
  EXPECT_FALSE(sketches.Knows({{4999}, {1}}, {0}));
  EXPECT_TRUE(sketches.MayHold({{4999}, {1}}, {0}, GroupsOf({"no", "quota"})));
  EXPECT_FALSE(sketches.MayHold({{1}, {1}}, {0}, GroupsOf({"no", "quota"}))) << "what is known stays so";
}

TEST(TextSketches, OfLongTextsAndOfManySectionsAreBothBounded) {
  MemoryArchive archive;
  TextSketches long_texts(size_t{64} << 10), counts(size_t{64} << 10);
  long_texts.BeginPhrase(archive.reader());
  long_texts.Add(kFirst, {0}, Groups(100'000, 7));
  EXPECT_TRUE(long_texts.is_full());
  EXPECT_FALSE(long_texts.Knows(kFirst, {0}));
  counts.BeginPhrase(archive.reader());
  for (uint32_t i = 1; i < 5000; ++i) counts.AddCount({{i}, {1}}, 1);
  EXPECT_TRUE(counts.is_full());
}

TEST(TextSketches, ForgetAnotherStateOfTheArchive) {
  MemoryArchive archive;
  TextSketches sketches;
  sketches.BeginPhrase(archive.reader());
  sketches.Add(kFirst, {0}, {});
  sketches.BeginPhrase(archive.reader());
  EXPECT_TRUE(sketches.Knows(kFirst, {0}));
  archive.Import({TextState("a", "2000", "a quota")});
  sketches.BeginPhrase(archive.reader());
  EXPECT_FALSE(sketches.Knows(kFirst, {0}));
}

}  // namespace
}  // namespace muragat
