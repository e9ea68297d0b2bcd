#include "muragat/text/section_number.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace muragat {
namespace {

struct Case {
  const char* title;
  const char* number;
  const char* rest;
};

void Check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(ReadSectionNumber(c.title), c.number) << c.title;
    EXPECT_EQ(StripSectionNumber(c.title), c.rest) << c.title;
  }
}

TEST(ReadSectionNumber, ReadsEnglishDesignators) {
  Check({{"Article 50", "50", ""},
         {"Article 50. Free speech", "50", "Free speech"},
         {"ARTICLE 5 RIGHT TO VOTE", "5", "RIGHT TO VOTE"},
         {"Art. 5 – Vote", "5", "Vote"},
         {"Section 12A Foo", "12A", "Foo"},
         {"Section 5(a)(1) Terms", "5(a)(1)", "Terms"},
         {"Section 5 A Guide to Voting", "5", "A Guide to Voting"},
         {"§ 50. Rights", "50", "Rights"},
         {"§50", "50", ""},
         {"§ 1–1001.01. Election of electors.", "1–1001.01", "Election of electors."},
         {"Chapter IV", "IV", ""},
         {"Part One: Foo", "One", "Foo"},
         {"Schedule A", "A", ""},
         {"Clause 7: Mediation", "7", "Mediation"},
         {"Rule 5.3", "5.3", ""},
         {"Paragraph 2 (Repealed)", "2", "(Repealed)"}});
}

TEST(ReadSectionNumber, ReadsRussianDesignators) {
  Check({{"Статья 50", "50", ""},
         {"Статья 3-1. Особенности изъятия", "3-1", "Особенности изъятия"},
         {"ГЛАВА 2. ПРАВА", "2", "ПРАВА"},
         {"Раздел II", "II", ""},
         {"Раздел ІІ", "ІІ", ""},  // Cyrillic letters
         {"Глава первая", "первая", ""},
         {"Пункт 2", "2", ""},
         {"ст. 50", "50", ""}});
}

TEST(ReadSectionNumber, ReadsKazakhDesignators) {
  Check({{"50-бап. Құқықтар", "50", "Құқықтар"},
         {"50-1-бап", "50-1", ""},
         {"5-1 бап. <*>", "5-1", "<*>"},
         {"3-ТАРАУ. ҚОРЫТЫНДЫ", "3", "ҚОРЫТЫНДЫ"},
         {"2-бөлiм", "2", ""},  // with a Latin i
         {"5-тармақ", "5", ""},
         {"IV тарау", "IV", ""}});
}

TEST(ReadSectionNumber, ReadsFrenchDesignators) {
  Check({{"Article L234-10", "L234-10", ""},
         {"Article L. 234-10", "L234-10", ""},
         {"Article R*123-4", "R*123-4", ""},
         {"Article *R9-9", "*R9-9", ""},
         {"Article **R9-9", "**R9-9", ""},
         {"Article D163.", "D163", ""},
         {"Article LO123", "LO123", ""},
         {"Article premier", "premier", ""},
         {"Article 1er", "1er", ""},
         {"Article unique", "unique", ""},
         {"Article 17 bis", "17 bis", ""},
         {"Article 158 octodecies", "158 octodecies", ""},
         {"Article 9 A bis", "9 A bis", ""},
         {"Article 9 B sexies", "9 B sexies", ""},
         {"Article 9 bis-9 A", "9 bis-9 A", ""},
         {"Titre Ier", "Ier", ""},
         {"Chapitre II : Du domicile", "II", "Du domicile"},
         {"Livre III", "III", ""}});
}

TEST(ReadSectionNumber, ReadsGermanAndOtherDesignators) {
  Check({{"Artikel 5 Meinungsfreiheit", "5", "Meinungsfreiheit"},
         {"1. Abschnitt", "1", ""},
         {"Kapitel 3", "3", ""},
         {"5 § Rätt", "5", "Rätt"},
         {"Artículo 5", "5", ""},
         {"第五十条", "五十", ""},
         {"第50条", "50", ""},
         {"第三章 公民的基本权利", "三", "公民的基本权利"},
         {"第五十条之一", "五十之一", ""},
         {"제50조", "50", ""}});
}

TEST(ReadSectionNumber, ReadsPlainNumbers) {
  Check({{"1. General", "1", "General"},
         {"1.2.3 Scope", "1.2.3", "Scope"},
         {"1.2.3. Scope", "1.2.3", "Scope"},
         {"5.Provision", "5", "Provision"},
         {"1A.2 Relationship", "1A.2", "Relationship"},
         {"50) Rights", "50", "Rights"},
         {"50-1. Rights", "50-1", "Rights"},
         {"(a) Definitions", "a", "Definitions"},
         {"(iv) notice", "iv", "notice"},
         {"IV. Congress", "IV", "Congress"},
         {"A. Scope", "A", "Scope"},
         {"A.1 Scope", "A.1", "Scope"},
         {"50", "50", ""},
         {"一、总则", "一", "总则"},
         {"（一）总则", "一", "总则"}});
}

TEST(ReadSectionNumber, ReadsADesignatorAtTheEnd) {
  Check({{"Freedom of speech (Article 50)", "50", "Freedom of speech"},
         {"Meinungsfreiheit, § 50", "50", "Meinungsfreiheit"},
         {"Құқықтар (50-бап)", "50", "Құқықтар"}});
}

TEST(ReadSectionNumber, ATitleThatMerelyHoldsANumberHasNone) {
  for (const char* title : {"",
                            "Past Elections",
                            "Majilis of 107 deputies",
                            "107 deputies",
                            "2022 reforms",
                            "2022",
                            "30% quota for women",
                            "12 Angry Men",
                            "3.5 million voters",
                            "Article 32 of Kazakhstan’s constitution",
                            "Статья 32 и другие",
                            "Annex to Article 50",
                            "Part of the reform",
                            "Rule of Law",
                            "IV Congress of Leaders",
                            "CIVIL CODE",
                            "J. K. Rowling",
                            "D.C. Law",
                            "8. Juni 2022",
                            "08.06.2022 News",
                            "8 June 2022",
                            "5G networks",
                            "Articles",
                            "Article",
                            "§",
                            "第",
                            "Multi-party System",
                            "U.S. Relations"}) {
    EXPECT_EQ(ReadSectionNumber(title), "") << title;
    EXPECT_EQ(StripSectionNumber(title), title) << title;
  }
}

TEST(ReadSectionNumber, BlanksAroundATitleDoNotMatter) { Check({{"  Article\u00a050 . ", "50", ""}}); }

TEST(ReadSectionNumber, WhatItStripsIsPartOfTheTitleHoweverDamaged) {
  constexpr uint32_t kSeed = 50;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::vector<std::string> pieces = {"Article", " ",     "50", ".",    "-",    "(",  ")", "IV",
                                           "бап",     "第",    "五", "条",   "bis",  "L.", "*", "§",
                                           ",",       "Scope", "a",  "\xff", "\xd0", "№"};
  for (int i = 0; i < 50'000; ++i) {
    std::string title;
    for (size_t n = random() % 9; n > 0; --n) title += pieces[random() % pieces.size()];
    const std::string_view rest = StripSectionNumber(title);
    ASSERT_NE(title.find(rest), std::string::npos) << title;
    ASSERT_LE(ReadSectionNumber(title).size(), title.size()) << title;
  }
}

}  // namespace
}  // namespace muragat
