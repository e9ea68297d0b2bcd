// The sieve may only say no where cutting the text into words says no.
#include "muragat/search/phrase_sieve.h"

#include <cstdio>

#include <gtest/gtest.h>

#include "muragat/search/search_words.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using support::Random;

bool MayBeIn(std::string_view phrase, std::string_view text) {
  return PhraseSieve(*ParsePhrase(phrase)).MayBeIn(text);
}

TEST(PhraseSieve, KeepsTextsWithThePhrase) {
  EXPECT_TRUE(MayBeIn("article 12", "Voir l'Article 12."));
  EXPECT_TRUE(MayBeIn("l article", "Voir l’article 12."));
  EXPECT_TRUE(MayBeIn("la présente loi", "LA PRÉSENTE\n\n LOI"));
  EXPECT_TRUE(MayBeIn("code du travail",
                      "code\xc2\xa0«\xc2\xa0"
                      "du — travail"));
  EXPECT_TRUE(MayBeIn("trav*", "le Travail"));
  EXPECT_TRUE(MayBeIn("code trav*", "code: Travailleurs"));
  EXPECT_TRUE(MayBeIn("le", "le"));
}

TEST(PhraseSieve, DropsTextsWithout) {
  EXPECT_FALSE(MayBeIn("article 12", "Voir l'article 13."));
  EXPECT_FALSE(MayBeIn("article 12", "Voir l'article 123."));
  EXPECT_FALSE(MayBeIn("article 12", "12 article"));
  EXPECT_FALSE(MayBeIn("code du travail", "code de travail, travail du code"));
  EXPECT_FALSE(MayBeIn("trav*", "un entravé"));
  EXPECT_FALSE(MayBeIn("présente", "présenté, représente, present"));
  EXPECT_FALSE(MayBeIn("loi", ""));
}

TEST(PhraseSieve, SaysNothingOfTextsWithCharactersThatMayFoldToLetters) {
  EXPECT_TRUE(MayBeIn("article",
                      "arti\xc2\xad"
                      "cle"))
      << "a soft hyphen";
  EXPECT_TRUE(MayBeIn("office",
                      "o\xef\xac\x83"
                      "ce"))
      << "a ligature";
  EXPECT_TRUE(MayBeIn("strasse", "Straße"));
  EXPECT_TRUE(MayBeIn("été", "e\xcc\x81te\xcc\x81")) << "marks by themselves";
  EXPECT_TRUE(MayBeIn("loi", "ｌｏｉ")) << "wide letters";
  EXPECT_TRUE(MayBeIn("закон", "о прочем")) << "a phrase that it does not know";
}

// Words and signs that a text and a phrase are made of, those that are dangerous among them.
const std::vector<std::string> kPieces = {"la",
                                          "LA",
                                          "loi",
                                          "Loi",
                                          "présente",
                                          "PRÉSENTE",
                                          "l",
                                          "article",
                                          "a",
                                          "à",
                                          "12",
                                          "1",
                                          "code",
                                          "codes",
                                          "cœur",
                                          "straße",
                                          "ﬁn",
                                          "закон",
                                          "法",
                                          "x_y",
                                          "1.2",
                                          "n°",
                                          "été",
                                          "e\xcc\x81t",
                                          "ª",
                                          "\xc2\xad",
                                          "\xff",
                                          "€",
                                          "a\xc2\xb7"
                                          "b"};
const std::vector<std::string> kSigns = {" ",        " ",   " ",   "",  "'", "’", "\n",
                                         "\xc2\xa0", " « ", " — ", ".", "-", "…", "_"};

std::string AnyText(Random& random, size_t pieces) {
  std::string text;
  for (size_t i = 0; i < pieces; ++i) text += random.Pick(kPieces) + random.Pick(kSigns);
  return text;
}

TEST(PhraseSieve, NeverDropsWhatTheWordsHold) {
  Random random(1902);
  size_t held = 0, dropped = 0;
  for (int round = 0; round < 60'000; ++round) {
    const std::string text = AnyText(random, random.Below(12));
    std::string wanted = AnyText(random, 1 + random.Below(3));
    if (random.OneIn(6)) wanted += random.Pick(kPieces) + "*";
    const auto phrase = ParsePhrase(wanted);
    if (!phrase.ok()) continue;
    SearchWords words;
    std::vector<SearchWord> cut;
    words.Append(text, cut);
    const auto fits = [&](size_t word, const Phrase::Term& term) {
      const std::string_view folded = words.Folded(cut[word].number);
      return term.prefix ? folded.starts_with(term.word) : folded == term.word;
    };
    bool holds = false;
    for (size_t at = 0; at + phrase->terms.size() <= cut.size() && !holds; ++at) {
      holds = true;
      for (size_t i = 0; i < phrase->terms.size(); ++i) holds = holds && fits(at + i, phrase->terms[i]);
    }
    const bool kept = PhraseSieve(*phrase).MayBeIn(text);
    ASSERT_TRUE(kept || !holds) << "\"" << wanted << "\" in \"" << text << "\"";
    held += holds ? 1 : 0;
    dropped += kept ? 0 : 1;
  }
  std::printf("%zu held, %zu dropped\n", held, dropped);
  EXPECT_GT(held, 1000U);
  EXPECT_GT(dropped, 1000U);
}

}  // namespace
}  // namespace muragat
