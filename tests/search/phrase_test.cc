#include "muragat/search/phrase.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat {
namespace {

bool Finds(std::string_view phrase, std::string_view text) {
  const auto parsed = ParsePhrase(phrase);
  EXPECT_TRUE(parsed.ok()) << phrase;
  return parsed.ok() && PhraseMatcher(*parsed).IsIn(text);
}

TEST(Phrase, IsWordsThatFollowEachOtherWhateverTheirCase) {
  EXPECT_TRUE(Finds("hundred and SEVEN deputies", "One hundred\n  and seven deputies sit"));
  EXPECT_FALSE(Finds("hundred seven", "One hundred and seven deputies sit"));
  EXPECT_FALSE(Finds("seven hundred", "One hundred seven"));
}

TEST(Phrase, IsNoPartOfAWord) {
  EXPECT_FALSE(Finds("quota", "quotas"));
  EXPECT_TRUE(Finds("quota*", "the Quotas"));
  EXPECT_TRUE(Finds("youth quot* of", "youth quotas of a party"));
  EXPECT_FALSE(Finds("quot*", "a misquote"));
}

TEST(Phrase, MeetsSignsBetweenWordsAndTypographicQuotes) {
  EXPECT_TRUE(Finds("\"New Kazakhstan\"", "called “New Kazakhstan”, he said"));
  EXPECT_TRUE(Finds("parliament's", "The Parliament’s role"));
  EXPECT_TRUE(Finds("article 3", "selon l'article 3"));
}

TEST(Phrase, WithNearMeetsTwoWordsInEitherOrder) {
  EXPECT_TRUE(Finds("quota NEAR/2 youth", "a quota for the youth"));
  EXPECT_FALSE(Finds("quota NEAR/1 youth", "a quota for the youth"));
  EXPECT_TRUE(Finds("youth NEAR/2 quota", "a quota for the youth"));
}

// What is cut around a place in the text is cut as the whole text is.
TEST(PhraseMatcher, AgreesWithAllWordsOfTextsOfManyKinds) {
  constexpr const char* kParts[] = {"l'article", "L’Article", "loi", "LOI", "a.b", "1,5", "œuvre", "été",
                                    "\u0301",    "中文",      "โลก", "ﬁn",  "de",  "-",   "3.12",  "«"};
  constexpr const char* kBetween[] = {" ", " ", " ", "\n", ", ", "", "'", "\u00a0", " - - - "};
  constexpr const char* kPhrases[] = {"article", "l article", "loi de",    "de loi", "été de la loi",
                                      "a.b",     "5",         "œuvre loi", "fin",    "art*",
                                      "loi a*",  "de œuvre*", "12",        "loi 12"};
  support::Random random(11);
  size_t found = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (uint32_t size = 1 + random.Below(12); size > 0; --size) {
      text += kParts[random.Below(std::size(kParts))];
      text += kBetween[random.Below(std::size(kBetween))];
    }
    PhraseMatcher matcher(*ParsePhrase(kPhrases[random.Below(std::size(kPhrases))]));
    std::vector<WordGroup> groups;
    const bool holds = matcher.IsIn(text, groups);  // cuts all of it
    ASSERT_EQ(matcher.IsIn(text), holds) << text;
    if (!holds) continue;
    ++found;
    for (const WordGroup group : matcher.groups())
      EXPECT_NE(std::find(groups.begin(), groups.end(), group), groups.end()) << text;
  }
  EXPECT_GT(found, 1000U);
}

TEST(PhraseMatcher, KnowsNoGroupsOverABeginningOrOfNear) {
  EXPECT_EQ(PhraseMatcher(*ParsePhrase("one two three")).groups().size(), 3U);
  EXPECT_EQ(PhraseMatcher(*ParsePhrase("one two* three four")).groups().size(), 1U);
  EXPECT_EQ(PhraseMatcher(*ParsePhrase("one NEAR/2 two")).groups().size(), 0U);
  EXPECT_EQ(PhraseMatcher(*MakeBytesPhrase("one two")).groups().size(), 0U);
}

TEST(Phrase, WithoutAWordIsRefused) {
  EXPECT_FALSE(ParsePhrase(" .,! ").ok());
  EXPECT_FALSE(ParsePhrase("").ok());
  EXPECT_FALSE(ParsePhrase("a NEAR/3").ok());
  EXPECT_FALSE(ParsePhrase("a b NEAR/3 c").ok());
  EXPECT_FALSE(MakeBytesPhrase("").ok());
}

TEST(Phrase, OfBytesIsFoundByteForByte) {
  const auto phrase = MakeBytesPhrase("ndred and s");
  ASSERT_TRUE(phrase.ok());
  EXPECT_TRUE(PhraseMatcher(*phrase).IsIn("One hundred and seven"));
  EXPECT_FALSE(PhraseMatcher(*phrase).IsIn("One hundred  and seven"));
}

std::vector<std::string> Needed(std::string_view bytes) {
  std::vector<std::string> words;
  for (const Phrase::Term& term : NeededTerms(*MakeBytesPhrase(bytes))) words.push_back(term.word);
  return words;
}

TEST(Phrase, OfBytesNeedsOnlyTheWordsThatItHoldsWhole) {
  EXPECT_EQ(Needed("ndred And seven dep"), (std::vector<std::string>{"and", "seven"}));
  EXPECT_EQ(Needed("hundred and"), std::vector<std::string>());
  EXPECT_EQ(Needed(" a.b "), std::vector<std::string>()) << "what follows may be a mark on the space";
}

}  // namespace
}  // namespace muragat
