#include "muragat/text/numbered_name.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(ReadNumberedName, FindsTheOnlyNumber) {
  EXPECT_EQ(ReadNumberedName("Article 50"), (NumberedName{"Article ", 50, ""}));
  EXPECT_EQ(ReadNumberedName("50-бап"), (NumberedName{"", 50, "-бап"}));
  EXPECT_EQ(ReadNumberedName("第5条")->Name(), "第5条");
}

TEST(ReadNumberedName, RefusesOthers) {
  for (const char* name : {"", "Article IV", "Article 50-1", "Article 05", "Article 1 (s12)",
                           "Section “Rule 5”", "Article 123456789"})
    EXPECT_EQ(ReadNumberedName(name), std::nullopt) << name;
}

TEST(PluralOf, IsThatOfEnglishWordsThatTakeAnS) {
  EXPECT_EQ(PluralOf({"Article ", 50, ""}), "Articles");
  EXPECT_EQ(PluralOf({"Статья ", 50, ""}), "");
  EXPECT_EQ(PluralOf({"", 50, "-бап"}), "");
  EXPECT_EQ(PluralOf({"Article ", 50, " bis"}), "");
  EXPECT_EQ(SingularOf("Articles"), "Article ");
  EXPECT_EQ(SingularOf("Article"), "");
  EXPECT_EQ(SingularOf("Annexs"), "");
}

}  // namespace
}  // namespace muragat
