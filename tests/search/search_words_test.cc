#include "muragat/search/search_words.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::vector<std::string> WordsOf(std::string_view text) {
  SearchWords words;
  std::vector<SearchWord> cut;
  words.Append(text, cut);
  std::vector<std::string> found;
  for (const SearchWord& word : cut) found.emplace_back(words.Folded(word.number));
  return found;
}

using Words = std::vector<std::string>;

TEST(SearchWords, AreFoldedAndWithoutSigns) {
  EXPECT_EQ(WordsOf("The Majilis, of 98 deputies."), (Words{"the", "majilis", "of", "98", "deputies"}));
  EXPECT_EQ(WordsOf("Қазақстан МӘЖІЛІСІ"), (Words{"қазақстан", "мәжілісі"}));
  EXPECT_EQ(WordsOf("Straße"), (Words{"strasse"}));
}

TEST(SearchWords, ArePartedAtApostrophes) {
  EXPECT_EQ(WordsOf("l'article d’État"), (Words{"l", "article", "d", "état"}));
  EXPECT_EQ(WordsOf("'quoted'"), (Words{"quoted"}));
}

TEST(SearchWords, OfChineseAreSingleCharacters) {
  EXPECT_EQ(WordsOf("选举制度"), (Words{"选", "举", "制", "度"}));
}

TEST(SearchWords, SayWhereTheyStand) {
  SearchWords words;
  std::vector<SearchWord> cut;
  words.Append("a l'Été", cut);
  ASSERT_EQ(cut.size(), 3U);
  EXPECT_EQ(cut[2].begin, 4U);
  EXPECT_EQ(cut[2].end, 9U);
}

TEST(SearchWords, HaveOneNumberWhateverTheirCase) {
  SearchWords words;
  std::vector<SearchWord> cut;
  words.Append("Quota QUOTA quota", cut);
  ASSERT_EQ(cut.size(), 3U);
  EXPECT_EQ(cut[0].number, cut[1].number);
  EXPECT_EQ(cut[0].number, cut[2].number);
  EXPECT_EQ(words.NumberOf("quota"), cut[0].number);
  EXPECT_EQ(words.size(), 1U);
}

TEST(SearchWords, KeepTheirNumbersHoweverManyThereAre) {
  SearchWords words;
  std::vector<uint32_t> numbers;
  for (int i = 0; i < 5000; ++i) numbers.push_back(words.NumberOf("w" + std::to_string(i)));
  for (size_t i = 0; i < 5000; ++i) ASSERT_EQ(words.NumberOf("w" + std::to_string(i)), numbers[i]);
  EXPECT_EQ(words.Folded(numbers[4999]), "w4999");
}

}  // namespace
}  // namespace muragat
