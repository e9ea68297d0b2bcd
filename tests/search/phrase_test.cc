#include "muragat/search/phrase.h"

#include <gtest/gtest.h>

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
