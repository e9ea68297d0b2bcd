#include "muragat/store/similar_texts.h"

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat {
namespace {

RevisionKey Key(uint32_t document) { return {{document}, {1}, {0}}; }

TEST(SimilarTexts, FindTheTextThatSharesMost) {
  SimilarTexts texts;
  texts.Add({1, 2, 3, 4}, Key(1));
  texts.Add({5, 6, 7, 8}, Key(2));
  EXPECT_EQ(texts.Find({1, 2, 3, 9}), Key(1));
  EXPECT_EQ(texts.Find({5, 6, 7, 8}), Key(2));
  EXPECT_EQ(texts.Find({1, 2, 7, 8}).has_value(), true);
}

TEST(SimilarTexts, DoNotGuessFromOneSharedNumber) {
  SimilarTexts texts;
  EXPECT_EQ(texts.Find({1, 2, 3, 4}), std::nullopt);
  texts.Add({1, 2, 3, 4}, Key(1));
  EXPECT_EQ(texts.Find({1, 9, 9, 9}), std::nullopt);
  EXPECT_EQ(texts.Find({2, 1, 4, 3}), std::nullopt) << "a number counts at its own place";
}

TEST(SimilarTexts, FindALaterTextInPlaceOfAnEarlierOne) {
  SimilarTexts texts;
  texts.Add({1, 2, 3, 4}, Key(1));
  texts.Add({1, 2, 3, 4}, Key(2));
  EXPECT_EQ(texts.Find({1, 2, 3, 4}), Key(2));
}

TEST(SimilarTexts, StillFindMostOfManyThousands) {
  SimilarTexts texts;
  support::Random random(31);
  std::vector<TextSketch> sketches;
  for (uint32_t i = 0; i < 20'000; ++i) {
    sketches.push_back({random.Any(), random.Any(), random.Any(), random.Any()});
    texts.Add(sketches.back(), Key(i + 1));
  }
  size_t found = 0;
  for (uint32_t i = 0; i < sketches.size(); ++i) found += texts.Find(sketches[i]) == Key(i + 1) ? 1u : 0u;
  EXPECT_GT(found, sketches.size() * 8 / 10);
}

}  // namespace
}  // namespace muragat
