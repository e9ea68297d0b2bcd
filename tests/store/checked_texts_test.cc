#include "muragat/store/checked_texts.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

RevisionKey Key(uint32_t document, uint32_t section, uint32_t ordinal) {
  return {{document}, {section}, {ordinal}};
}

RevisionRecord Named(std::string_view number, std::string_view title, bool teaser = false) {
  RevisionRecord record;
  record.number = number;
  record.title = title;
  record.teaser = teaser;
  return record;
}

TEST(CheckedTexts, KeepWhatWasFoundOutAboutEach) {
  CheckedTexts texts;
  texts.Add(Key(1, 1, 0), Named("1", "Of elections"), DigestOf({"a"}), 1);
  texts.Add(Key(1, 2, 0), Named("", "", true), DigestOf({"bc"}), 2);
  texts.Add(Key(2, 1, 0), Named("", "Last"), DigestOf({"def"}), 3);
  const auto last = texts.Find(Key(2, 1, 0));
  const auto first = texts.Find(Key(1, 1, 0));
  const auto second = texts.Find(Key(1, 2, 0));
  ASSERT_TRUE(first && second && last);
  EXPECT_EQ(first->number, "1");
  EXPECT_EQ(first->title, "Of elections");
  EXPECT_EQ(first->hash, DigestOf({"a"}));
  EXPECT_FALSE(first->teaser);
  EXPECT_EQ(second->number, "");
  EXPECT_EQ(second->title, "");
  EXPECT_EQ(second->bytes, 2U);
  EXPECT_TRUE(second->teaser);
  EXPECT_EQ(last->number, "");
  EXPECT_EQ(last->title, "Last");
  EXPECT_EQ(last->hash, DigestOf({"def"}));
}

TEST(CheckedTexts, KnowNothingOfOthers) {
  CheckedTexts texts;
  EXPECT_FALSE(texts.Find(Key(1, 1, 0)));
  texts.Add(Key(1, 1, 0), Named("", ""), {}, 0);
  EXPECT_TRUE(texts.Find(Key(1, 1, 0)));
  EXPECT_FALSE(texts.Find(Key(1, 1, 1)));
  EXPECT_FALSE(texts.Find(Key(1, 2, 0)));
}

}  // namespace
}  // namespace muragat
