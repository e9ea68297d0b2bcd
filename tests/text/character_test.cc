#include "muragat/text/character.h"

#include <string_view>

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(Character, LettersAreOfEveryScript) {
  for (const char32_t c : std::u32string_view(U"aZéЖқҰ中한עあ"))
    EXPECT_TRUE(IsLetter(c)) << static_cast<uint32_t>(c);
  for (const char32_t c : std::u32string_view(U"1 .-_§№“٣"))
    EXPECT_FALSE(IsLetter(c)) << static_cast<uint32_t>(c);
}

TEST(Character, CaseIsThatOfScriptsThatHaveIt) {
  EXPECT_TRUE(IsUpperCase(U'A') && IsUpperCase(U'É') && IsUpperCase(U'Қ') && IsUpperCase(U'ǅ'));
  EXPECT_TRUE(IsLowerCase(U'a') && IsLowerCase(U'é') && IsLowerCase(U'қ') && IsLowerCase(U'ß'));
  EXPECT_FALSE(IsUpperCase(U'中') || IsLowerCase(U'中') || IsUpperCase(U'1') || IsLowerCase(U'1'));
}

TEST(Character, DigitsAreDecimalDigits) {
  EXPECT_TRUE(IsDigit(U'0') && IsDigit(U'9') && IsDigit(U'٣') && IsDigit(U'５'));
  EXPECT_FALSE(IsDigit(U'½') || IsDigit(U'Ⅳ') || IsDigit(U'一') || IsDigit(U'a'));
}

TEST(Character, WideIsTwoColumns) {
  EXPECT_TRUE(IsWide(U'中') && IsWide(U'あ') && IsWide(U'한') && IsWide(U'Ａ'));
  EXPECT_FALSE(IsWide(U'A') || IsWide(U'Ж') || IsWide(U'“'));
}

TEST(TrimBlank, TakesEveryKindOfBlankFromBothEnds) {
  EXPECT_EQ(TrimBlank("  a b\t\r\n"), "a b");
  EXPECT_EQ(TrimBlank("\u00a0\u3000\ufeffa\u2003\u200b"), "a");
  EXPECT_EQ(TrimBlank(" \u00a0\n"), "");
  EXPECT_EQ(TrimBlank(""), "");
  EXPECT_EQ(TrimBlank("Ұ"), "Ұ");
}

TEST(TrimBlank, KeepsMalformedBytes) {
  EXPECT_EQ(TrimBlank(" \x80 "), "\x80");
  EXPECT_EQ(TrimBlank("a\xe2\x80"), "a\xe2\x80");
  EXPECT_EQ(TrimBlank("\xff\xff "), "\xff\xff");
}

}  // namespace
}  // namespace muragat
