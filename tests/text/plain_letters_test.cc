#include "muragat/text/plain_letters.h"

#include <string>

#include <gtest/gtest.h>

#include "muragat/text/character_class.h"

namespace muragat {
namespace {

TEST(EndOfPlainLetters, StopsAtAnythingElse) {
  EXPECT_EQ(EndOfPlainLetters("", 0), 0U);
  EXPECT_EQ(EndOfPlainLetters("azAZ09", 0), 6U);
  EXPECT_EQ(EndOfPlainLetters("one hundred", 4), 11U);
  EXPECT_EQ(EndOfPlainLetters("constitution_al", 2), 12U);
  EXPECT_EQ(EndOfPlainLetters("consti\u00e9", 0), 6U);
}

// ASCII bytes of the class kWord, and no others.
TEST(EndOfPlainLetters, AgreesWithTheTableOfClasses) {
  for (int byte = 0; byte < 256; ++byte) {
    for (size_t before = 0; before < 12; ++before) {
      std::string text(before, 'q');
      text += static_cast<char>(byte);
      text.append(9, 'x');
      const bool letter = byte < 0x80 && ClassTable()[static_cast<size_t>(byte)] == CharacterClass::kWord;
      ASSERT_EQ(EndOfPlainLetters(text, 0), letter ? text.size() : before) << byte;
    }
  }
}

}  // namespace
}  // namespace muragat
