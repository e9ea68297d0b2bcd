#include "muragat/text/locale_code.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(LocaleCode, ALanguageHasThreeLetters) {
  EXPECT_EQ(ThreeLetterLanguage("en"), "eng");
  EXPECT_EQ(ThreeLetterLanguage("ru"), "rus");
  EXPECT_EQ(ThreeLetterLanguage("kk"), "kaz");
  EXPECT_EQ(ThreeLetterLanguage("fr"), "fra");
  EXPECT_EQ(ThreeLetterLanguage("de"), "deu");
  EXPECT_EQ(ThreeLetterLanguage("zh"), "zho");
  EXPECT_EQ(ThreeLetterLanguage("ar"), "ara");
  EXPECT_EQ(ThreeLetterLanguage("KK-Latn"), "kaz");
  EXPECT_EQ(ThreeLetterLanguage("kaz"), "kaz");
}

TEST(LocaleCode, WhatIsNoLanguageIsUnd) {
  for (const std::string tag : {"", "und", "-", "x", "english", "e1", "қз", "xx"}) {
    EXPECT_EQ(ThreeLetterLanguage(tag), "und") << tag;
  }
}

TEST(LocaleCode, ACountryHasTwoSmallLetters) {
  EXPECT_TRUE(IsCountryCode("kz"));
  EXPECT_TRUE(IsCountryCode("za"));
  for (const std::string code : {"", "k", "KZ", "kaz", "xq", "en", "қз"})
    EXPECT_FALSE(IsCountryCode(code)) << code;
}

}  // namespace
}  // namespace muragat
