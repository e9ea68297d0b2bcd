#include "muragat/diff/word_runs.h"

#include <gtest/gtest.h>

#include "muragat/diff/quick_words.h"

namespace muragat {
namespace {

TEST(WordRuns, OfEqualTextsAreAllInCommonAndOfOthersNone) {
  const std::string text = "The chamber has one hundred members elected for five years by the people.";
  EXPECT_DOUBLE_EQ(WordRuns(text).Likeness(WordRuns(text)), 1);
  EXPECT_DOUBLE_EQ(WordRuns(text).Likeness(WordRuns("Nobody may hold two offices at one time in this land.")),
                   0);
  EXPECT_DOUBLE_EQ(WordRuns("").Likeness(WordRuns("")), 0);
}

TEST(WordRuns, TellTextsWhoseWordsAreTheSameInAnotherOrder) {
  const std::string text = "one two three four five six seven eight nine ten eleven twelve",
                    other = "twelve one eleven two ten three nine four eight five seven six";
  EXPECT_LT(WordRuns(text).Likeness(WordRuns(other)), 0.2);
}

TEST(WordRuns, OfALongTextAreSampledAlikeInEveryText) {
  std::string long_text, longer;
  for (int i = 0; i < 3000; ++i) long_text += "word" + std::to_string(i * 7919 % 100003) + " ";
  longer = long_text + long_text.substr(0, 9000) + std::string(9000, 'x');
  EXPECT_LT(WordRuns::Sample(long_text).size(), WordRuns(long_text).size() / 4);
  EXPECT_GT(WordRuns::Sample(long_text).Likeness(WordRuns::Sample(longer)), 0.9);
}

TEST(CutQuickWords, FoldsLettersAndLeavesOutPunctuationAtTheEnds) {
  EXPECT_EQ(CutQuickWords("The “Chamber”, (of) Deputies."), CutQuickWords("the chamber of deputies"));
  EXPECT_EQ(CutQuickWords("«Палата» ДЕПУТАТОВ…"), CutQuickWords("палата депутатов"));
  EXPECT_EQ(CutQuickWords("议会，通过。").size(), 4u);
  EXPECT_TRUE(CutQuickWords("议会")[0].ideograph);
  EXPECT_TRUE(CutQuickWords("30 days")[0].has_digit);
  EXPECT_TRUE(CutQuickWords(" … — \n").empty());
}

}  // namespace
}  // namespace muragat
