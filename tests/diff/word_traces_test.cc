#include "muragat/diff/word_traces.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(WordTraces, AWordKeepsItsTraceWhereItIsTakenAwayAndPutElsewhereInOneStep) {
  WordTraces traces;
  const uint32_t word = traces.Bring(3);
  traces.Drop(word, 5);
  EXPECT_FALSE(traces.Lives(word));
  EXPECT_TRUE(traces.LivedBefore(word, 5));
  EXPECT_EQ(traces.Raise(word, 5), word);
  EXPECT_EQ(traces.OriginOf(word), (WordOrigin{.brought = 3, .away = {}}));
}

TEST(WordTraces, AWordThatComesBackTellsEachTimeItWasAway) {
  WordTraces traces;
  const uint32_t first = traces.Bring(1);
  traces.Drop(first, 4);
  EXPECT_FALSE(traces.LivedBefore(first, 6));
  const uint32_t second = traces.Raise(first, 6);
  traces.Drop(second, 7);
  const uint32_t third = traces.Raise(second, 9);
  EXPECT_EQ(traces.OriginOf(second), (WordOrigin{.brought = 1, .away = {{4, 6}}}));
  EXPECT_EQ(traces.OriginOf(third), (WordOrigin{.brought = 1, .away = {{4, 6}, {7, 9}}}));
}

TEST(WordTraces, ACopyLivesOnWhereTheFirstPlaceIsEmptied) {
  WordTraces traces;
  const uint32_t word = traces.Bring(1);
  EXPECT_EQ(traces.Raise(word, 2), word);
  traces.Drop(word, 3);
  EXPECT_TRUE(traces.Lives(word));
  EXPECT_EQ(traces.Raise(word, 8), word);
}

}  // namespace
}  // namespace muragat
