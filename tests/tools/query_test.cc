#include "tools/query.h"

#include <gtest/gtest.h>

#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

// What `show ADDRESS` gives of the sample: the first line of the section, or the code of the failure.
std::string Find(const Workbench& bench, const std::string& address) {
  const Outcome outcome = bench.Run({"show", address});
  return outcome.code == 0 ? Lines(outcome.out).front() : std::to_string(outcome.code);
}

TEST(Address, NamesASectionByItsLineage) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(Find(bench, "kz/parliament#s2"), "## Article 50. Majilis");
  EXPECT_EQ(Find(bench, "kz/parliament#s9"), "3");
}

TEST(Address, NamesASectionByItsTitle) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(Find(bench, "kz/parliament#Article 51. Senate"), "## Article 51. Senate");
  EXPECT_EQ(Find(bench, "kz/parliament#Senate"), "## Article 51. Senate");
  EXPECT_EQ(Find(bench, "kz/parliament#sEN"), "## Article 51. Senate");
  EXPECT_EQ(Find(bench, "kz/parliament#Parl"), "# Parliament");
  EXPECT_EQ(Find(bench, "kz/parliament#Senator"), "3");
  EXPECT_EQ(Find(bench, "kz/parliament-ru#СЕНАТ"), "## Статья 51. Сенат");
  EXPECT_EQ(Find(bench, "kz/parliament-kk#мәж"), "## 50-бап. Мәжіліс");
  EXPECT_EQ(Find(bench, "kz/parliament-zh#下院"), "## 第五十条 下院");
}

TEST(Address, AnExactTitleComesBeforeOnesThatBeginSo) {
  const Workbench bench;
  bench.Import("d", "2020", "# Court\n\n# Courts\n\n# Courtesy\n");
  EXPECT_EQ(Find(bench, "d#court"), "# Court");
  EXPECT_EQ(Find(bench, "d#COURTS"), "# Courts");
  EXPECT_EQ(Find(bench, "d#courte"), "# Courtesy");
}

TEST(Address, NamesASectionByItsNumber) {
  const Workbench bench;
  ImportSample(bench);
  EXPECT_EQ(Find(bench, "kz/parliament#50"), "## Article 50. Majilis");
  EXPECT_EQ(Find(bench, "kz/parliament#Article 50"), "## Article 50. Majilis");
  EXPECT_EQ(Find(bench, "kz/parliament#§ 50"), "## Article 50. Majilis");
  EXPECT_EQ(Find(bench, "kz/parliament-kk#50"), "## 50-бап. Мәжіліс");
  EXPECT_EQ(Find(bench, "kz/parliament-kk#50-бап"), "## 50-бап. Мәжіліс");
  EXPECT_EQ(Find(bench, "kz/parliament-ru#50"), "## Статья 50. Мажилис");
  EXPECT_EQ(Find(bench, "kz/parliament-ru#Статья 50"), "## Статья 50. Мажилис");
  EXPECT_EQ(Find(bench, "kz/parliament-zh#五十"), "## 第五十条 下院");
  EXPECT_EQ(Find(bench, "kz/parliament#5"), "3");
}

TEST(Address, IsOfTheDayThatIsAskedFor) {
  const Workbench bench;
  bench.Import("d", "2001", "# Old name\n\ntext\n");
  bench.Import("d", "2002", "# New name\n\ntext\n");
  EXPECT_EQ(bench.Run({"show", "d#Old", "--as-of", "2001"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "d#New", "--as-of", "2001"}).code, 3);
  EXPECT_EQ(bench.Run({"show", "d#New", "--as-of", "2002"}).code, 0);
  EXPECT_EQ(bench.Run({"show", "d#s1", "--as-of", "2001"}).code, 0);
}

TEST(Address, ThatFitsSeveralSectionsListsThem) {
  const Workbench bench;
  bench.Import("d", "2020", "# Article 7. Courts\n\n# § 7\n\n# Article 8\n");
  Outcome outcome = bench.Run({"show", "d#7"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "muragat: several sections fit \"7\": name one of\n"
            "  d#s1\tArticle 7. Courts\n"
            "  d#s2\t§ 7\n");
  outcome = bench.Run({"show", "d#art"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_EQ(outcome.err,
            "muragat: several sections fit \"art\": name one of\n"
            "  d#s1\tArticle 7. Courts\n"
            "  d#s3\tArticle 8\n");
}

TEST(Address, S7IsAlwaysTheLineage) {
  const Workbench bench;
  bench.Import("d", "2020", "# s2\n\nfirst\n\n# Second\n\nsecond\n");
  EXPECT_EQ(Find(bench, "d#s2"), "# Second");
  EXPECT_EQ(Find(bench, "d#s1"), "# s2");
  EXPECT_EQ(Find(bench, "d#s3"), "3");
}

TEST(Address, EscapesHashAndPercent) {
  const Workbench bench;
  bench.Import("a#b", "2020", "# Hash\n");
  bench.Import("a%23b", "2020", "# Percent\n\n# 50% #1\n");
  bench.Import("c%d", "2020", "# Plain\n");
  EXPECT_EQ(Find(bench, "a%23b"), "# Hash");
  EXPECT_EQ(Find(bench, "a%2523b"), "# Percent");
  EXPECT_EQ(Find(bench, "a%2523b#50%25 %231"), "# 50% #1");
  EXPECT_EQ(Find(bench, "c%25d"), "# Plain");
  EXPECT_EQ(Find(bench, "c%d"), "# Plain");
}

TEST(Glob, TakesAnyRunForAStarAndOneCharacterForAQuestionMark) {
  EXPECT_TRUE(MatchesGlob("kz/*", "kz/a/b"));
  EXPECT_TRUE(MatchesGlob("*", ""));
  EXPECT_TRUE(MatchesGlob("з?кон", "закон"));
  EXPECT_TRUE(MatchesGlob("*закон", "о законе и закон"));
  EXPECT_TRUE(MatchesGlob("a*b*c", "a-b-b-c"));
  EXPECT_FALSE(MatchesGlob("a?", "a"));
  EXPECT_FALSE(MatchesGlob("kz/*", "kz"));
  EXPECT_FALSE(MatchesGlob("", "a"));
}

TEST(KnownAtOfShow, FourDigitsThatBeginWithANoughtAreAYear) {
  const Workbench bench;
  for (const std::string date : {"2001", "2002"}) bench.Import("law", date, "# Act of " + date + "\n");
  EXPECT_EQ(bench.Run({"show", "law", "--known-at", "1"}).out, "# Act of 2001\n");
  EXPECT_EQ(bench.Run({"show", "law", "--known-at", "0001"}).code, 3);
}

}  // namespace
}  // namespace muragat::tools
