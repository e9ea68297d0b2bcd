#include "import/title_line.h"

#include <string>

#include <gtest/gtest.h>

#include "import/date_line.h"

namespace muragat::import {
namespace {

TEST(ReadLineKind, TakesTitlesOfEveryLanguage) {
  for (const char* line : {"Domestic Policy",
                           "Elections & Political Reforms",
                           "Multi-party System",
                           "PAST ELECTIONS",
                           "2022 Reforms",
                           "Parliamentary Elections 2023",
                           "Free, Fair and Open Elections",
                           "Reforms (2019–2022)",
                           "eGov Services",
                           "What is a referendum?",
                           "¿Qué es un referéndum?",
                           "The “Listening State” Concept",
                           "“Nur Otan” Party",
                           "St. Petersburg Forum",
                           "Relations with the U.S.",
                           "§ 5 Wahlrecht",
                           "Article 5.",
                           "Article 5",
                           "(a) Definitions",
                           "1. General provisions",
                           "IV. Rights",
                           "A. Scope",
                           "Сайлау",
                           "Партия «Amanat»",
                           "«Amanat» партиясы",
                           "Статья 1. Понятия.",
                           "Глава 2.",
                           "50-бап",
                           "О внесении изменений в Закон Республики Казахстан",
                           "L’État",
                           "Élections passées",
                           "Überblick",
                           "选举与政治改革",
                           "《和平集会法》",
                           "第五条",
                           "政治改革（2022年）",
                           "선거와 개혁",
                           "الانتخابات",
                           "निर्वाचन",
                           "Tokayev’s Reforms"}) {
    EXPECT_EQ(ReadLineKind(line), LineKind::kTitle) << line;
  }
}

TEST(ReadLineKind, RefusesSentences) {
  for (const char* line : {"They go on.",
                           "They go on!",
                           "And then…",
                           "As follows:",
                           "for young people;",
                           "Dear citizens,",
                           "Так и есть.",
                           "就这样。",
                           "就这样！",
                           "如下：",
                           "هذا هو الحال.",
                           "यह ऐसा ही है।",
                           "He left. They stayed",
                           "Why? Because",
                           "He said “yes.”",
                           "It goes on –",
                           "in the gover... Read more",
                           "in the gover… Lue lisää",
                           "Introduction of an institute of parliamentary opposition Read more",
                           "Read more",
                           "Читать далее",
                           "宪法保障公民和平集会的权利。[查看全文]",
                           "and other parties",
                           "және басқалар"}) {
    EXPECT_EQ(ReadLineKind(line), LineKind::kText) << line;
  }
}

TEST(ReadLineKind, RefusesQuotations) {
  for (const char* line :
       {"“Different Opinions – One Nation.”", "“Different Opinions – One Nation”", "\"One Nation\"",
        "«Разные мнения – единая нация»", "„Eine Nation“", "‘It’s time’", "「一つの国」",
        "“One Nation.” – Kassym-Jomart Tokayev", "“One Nation” – Kassym-Jomart Tokayev", "“One nation"}) {
    EXPECT_EQ(ReadLineKind(line), LineKind::kText) << line;
  }
}

TEST(ReadLineKind, RefusesWhatSurroundsText) {
  for (const char* line : {"",
                           "   ",
                           "----",
                           "12",
                           "2022",
                           "12:30",
                           "8 June 2022",
                           "By Kassym-Jomart Tokayev",
                           "Source: Akorda",
                           "Фото: Акорда",
                           "https://gov.kz/page",
                           "www.gov.kz",
                           "press@gov.kz",
                           "Home > Policy > Elections",
                           "A | B",
                           "Home / Policy / Elections",
                           "Name\tSeats",
                           "• Elections",
                           "- Elections",
                           "– Elections",
                           "* Elections",
                           "#Reforms",
                           "(as amended)",
                           "[Updated]",
                           "+7 7172 74 00 00",
                           "© 2022 Government",
                           "Back to top"}) {
    EXPECT_EQ(ReadLineKind(line), LineKind::kText) << line;
  }
}

TEST(ReadLineKind, RefusesWhatIsTooLong) {
  EXPECT_EQ(ReadLineKind("A" + std::string(159, 'a')), LineKind::kTitle);
  EXPECT_EQ(ReadLineKind("A" + std::string(160, 'a')), LineKind::kText);
  std::string wide;
  for (int i = 0; i < 81; ++i) wide += "改";
  EXPECT_EQ(ReadLineKind(wide), LineKind::kText);
}

TEST(ReadLineKind, KnowsSignatures) {
  for (const char* line : {"К. Токаев", "Н. Назарбаев", "Токаев К.К.", "K. Tokayev", "Қ.-Ж. Тоқаев"}) {
    EXPECT_NE(ReadLineKind(line), LineKind::kTitle) << line;
  }
  EXPECT_EQ(ReadLineKind("К. Токаев"), LineKind::kSignature);
  EXPECT_EQ(ReadLineKind("U.S. Relations"), LineKind::kTitle);
}

TEST(IsDateLine, KnowsDatesOfManyLanguages) {
  for (const char* line :
       {"8 June 2022", "June 8, 2022", "Wednesday, 8 June 2022, 12:30", "08.06.2022", "2022-06-08",
        "June 2022", "Published on 8 June 2022", "8 июня 2022 г.", "Опубликовано 8 июня 2022 года",
        "2022 жылғы 8 маусым", "8 juin 2022", "1er juin 2022", "8. Juni 2022", "2022年6月8日", "12:30",
        "8th of June 2022", "2022"}) {
    EXPECT_TRUE(IsDateLine(line)) << line;
  }
  for (const char* line :
       {"", "May", "Elections 2022", "Referendum of 5 June 2022", "2022 reforms", "June Elections"}) {
    EXPECT_FALSE(IsDateLine(line)) << line;
  }
}

TEST(ReadListNumber, ItemsGoOnWithTheNextNumberOfTheirShape) {
  const auto goes_on = [](const char* a, const char* b) {
    return ReadListNumber(a).GoesOnWith(ReadListNumber(b));
  };
  EXPECT_TRUE(goes_on("1. One", "2. Two"));
  EXPECT_TRUE(goes_on("9) Nine", "10) Ten"));
  EXPECT_TRUE(goes_on("1.1. One", "1.2. Two"));
  EXPECT_TRUE(goes_on("a) one", "b) two"));
  EXPECT_TRUE(goes_on("(1) one", "(2) two"));
  EXPECT_FALSE(goes_on("1. One", "1. One"));
  EXPECT_FALSE(goes_on("1. One", "2) Two"));
  EXPECT_FALSE(goes_on("1. One", "1.2. Two"));
  EXPECT_FALSE(goes_on("One", "Two"));
  EXPECT_FALSE(goes_on("2021 was", "2022 was"));
  EXPECT_EQ(ReadListNumber("99999999999999999999. x").shape, 0);
}

TEST(EndsInColon, LooksThroughBlanks) {
  EXPECT_TRUE(EndsInColon("as follows: \n"));
  EXPECT_TRUE(EndsInColon("如下："));
  EXPECT_FALSE(EndsInColon("as follows"));
}

}  // namespace
}  // namespace muragat::import
