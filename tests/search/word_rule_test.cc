#include "muragat/search/word_rule.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(WordRule, MeetsTheFormsOfAWordInALanguageWithAStemmer) {
  const WordRule rule("deputy", {}, "en");
  EXPECT_TRUE(rule.Fits("deputies"));
  EXPECT_FALSE(rule.Fits("deputize"));
  EXPECT_EQ(rule.beginning(), "d");
  EXPECT_FALSE(rule.IsBeginning());
}

TEST(WordRule, MeetsWhatBeginsSoInALanguageWithout) {
  const WordRule rule("депутат", {}, "kk");
  EXPECT_TRUE(rule.Fits("депутаттардың"));
  EXPECT_FALSE(rule.Fits("депут"));
  EXPECT_TRUE(rule.IsBeginning());
  EXPECT_FALSE(WordRule("ел", {}, "kk").Fits("елді")) << "two characters begin too many words";
  EXPECT_FALSE(WordRule("deputy", {}, "und").Fits("deputyship"));
  EXPECT_FALSE(WordRule("deputy", {}, "").Fits("deputies"));
}

TEST(WordRule, IsTheWordItselfWhereNoOtherFormsAreAskedFor) {
  const WordRule rule("deputy", {.other_forms = false}, "en");
  EXPECT_TRUE(rule.Fits("deputy"));
  EXPECT_FALSE(rule.Fits("deputies"));
  EXPECT_TRUE(WordRule("quot", {.prefix = true, .other_forms = false}, "en").Fits("quotas"));
}

TEST(WordRule, SaysWhatAllItsWordsBeginWith) {
  EXPECT_EQ(WordRule("haus", {}, "de").beginning(), "h");
  EXPECT_TRUE(WordRule("haus", {}, "de").Fits("häuser"));
  EXPECT_EQ(WordRule("arzt", {}, "de").beginning(), "") << "ärzte";
  EXPECT_TRUE(WordRule("arzt", {}, "de").Fits("ärzte"));
  EXPECT_EQ(WordRule("сенат", {}, "ru").beginning(), "с");
  EXPECT_EQ(WordRule("كتاب", {}, "ar").beginning(), "");
}

}  // namespace
}  // namespace muragat
