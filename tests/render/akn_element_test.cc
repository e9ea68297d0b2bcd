#include "muragat/render/akn_element.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::string NameOf(std::string_view designator) {
  const AknElement element = FindAknElement(designator);
  return std::string(element.name) + (element.kind.empty() ? "" : " " + std::string(element.kind));
}

TEST(AknElement, IsWhatTheWordSays) {
  EXPECT_EQ(NameOf("Article 50."), "article");
  EXPECT_EQ(NameOf("ART. 5"), "article");
  EXPECT_EQ(NameOf("Статья 50"), "article");
  EXPECT_EQ(NameOf("50-бап."), "article");
  EXPECT_EQ(NameOf("第五十条"), "article");
  EXPECT_EQ(NameOf("Chapter IV"), "chapter");
  EXPECT_EQ(NameOf("3-тарау"), "chapter");
  EXPECT_EQ(NameOf("第一章"), "chapter");
  EXPECT_EQ(NameOf("Часть 2"), "part");
  EXPECT_EQ(NameOf("Titre II"), "title");
  EXPECT_EQ(NameOf("Livre Ier"), "book");
  EXPECT_EQ(NameOf("Clause 4"), "clause");
  EXPECT_EQ(NameOf("Sous-section 1"), "subsection");
  EXPECT_EQ(NameOf("Annex A"), "hcontainer annex");
  EXPECT_EQ(NameOf("Schedule 1"), "hcontainer schedule");
}

TEST(AknElement, IsASectionWhereNoWordTells) {
  for (const std::string designator :
       {"", "1.", "(a)", "IV.", "§ 50", "Section 7", "1. Abschnitt", "Раздел 2", "第一节", "Bogus 7"}) {
    EXPECT_EQ(NameOf(designator), "section") << designator;
  }
}

TEST(AknElement, HasThePrefixOfTheNamingConvention) {
  EXPECT_EQ(FindAknElement("Article 1").prefix, "art");
  EXPECT_EQ(FindAknElement("Chapter 1").prefix, "chp");
  EXPECT_EQ(FindAknElement("1.").prefix, "sec");
  EXPECT_EQ(FindAknElement("Clause 1").prefix, "cl");
}

TEST(AknIdNumber, IsLettersAndDigitsWithHyphensBetween) {
  EXPECT_EQ(AknIdNumber("50"), "50");
  EXPECT_EQ(AknIdNumber("L234-10"), "L234-10");
  EXPECT_EQ(AknIdNumber("17 bis"), "17-bis");
  EXPECT_EQ(AknIdNumber("1.2.3"), "1-2-3");
  EXPECT_EQ(AknIdNumber("(a)"), "a");
  EXPECT_EQ(AknIdNumber("五十"), "五十");
  EXPECT_EQ(AknIdNumber("\"<>& "), "");
}

TEST(AknTitle, IsADesignatorAndAHeading) {
  const auto split = [](std::string_view title) {
    const AknTitle parts = SplitAknTitle(title);
    return std::string(parts.num) + "|" + std::string(parts.heading);
  };
  EXPECT_EQ(split("Article 50. Free speech"), "Article 50.|Free speech");
  EXPECT_EQ(split("Article 50 — Free speech"), "Article 50|Free speech");
  EXPECT_EQ(split("50-бап. Мәжіліс"), "50-бап.|Мәжіліс");
  EXPECT_EQ(split("第五十条 下院"), "第五十条|下院");
  EXPECT_EQ(split("Rights (Article 5)"), "Article 5|Rights");
  EXPECT_EQ(split(" Article 50 "), "Article 50|");
  EXPECT_EQ(split("Past Elections"), "|Past Elections");
  EXPECT_EQ(split(""), "|");
}

}  // namespace
}  // namespace muragat
