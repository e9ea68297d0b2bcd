#include "muragat/text/ordinal_word.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(OrdinalWord, IsAWordUpToTwelveAndThenANumber) {
  EXPECT_EQ(OrdinalWord(1), "first");
  EXPECT_EQ(OrdinalWord(12), "twelfth");
  EXPECT_EQ(OrdinalWord(13), "13th");
  EXPECT_EQ(OrdinalWord(21), "21st");
  EXPECT_EQ(OrdinalWord(22), "22nd");
  EXPECT_EQ(OrdinalWord(103), "103rd");
  EXPECT_EQ(OrdinalWord(111), "111th");
}

TEST(ReadOrdinalWord, ReadsWhatIsWrittenAndNothingElse) {
  for (uint32_t number = 1; number < 2000; ++number) EXPECT_EQ(ReadOrdinalWord(OrdinalWord(number)), number);
  for (const char* word : {"", "First", "0th", "21th", "1st", "thirteenth", "th", "99999999999th"})
    EXPECT_EQ(ReadOrdinalWord(word), std::nullopt) << word;
}

}  // namespace
}  // namespace muragat
