#include "muragat/search/word_changes.h"

#include <map>

#include <gtest/gtest.h>

namespace muragat {
namespace {

using Changes = std::map<std::string, int32_t>;

// By word; under "#" how many words the text has more.
Changes Compare(std::string_view text, std::string_view earlier) {
  SearchWords words;
  WordChanges word_changes(words);
  std::vector<WordChange> changes;
  word_changes.Append(text, earlier, changes);
  Changes by_word;
  for (const WordChange& one : changes) {
    const bool is_all = one.word == WordChange::kAllWords;
    const bool is_new = by_word.emplace(is_all ? "#" : words.Folded(one.word), one.change).second;
    EXPECT_TRUE(is_new) << "each once";
  }
  return by_word;
}

TEST(WordChanges, OfAFirstTextAreItsWords) {
  EXPECT_EQ(Compare("A quota of a quota.", ""), (Changes{{"a", 2}, {"quota", 2}, {"of", 1}, {"#", 5}}));
  EXPECT_EQ(Compare("", ""), Changes());
}

TEST(WordChanges, OfALaterTextAreWhatCameAndWent) {
  EXPECT_EQ(Compare("one Two three three\n", "one two four\n"),
            (Changes{{"three", 2}, {"four", -1}, {"#", 1}}));
  EXPECT_EQ(Compare("one two", "two one"), Changes());
  EXPECT_EQ(Compare("", "one one"), (Changes{{"one", -2}, {"#", -2}}));
}

TEST(WordChanges, OfWordsTooLongForTheIndexAreThoseOfTheirBeginning) {
  const std::string beginning(kIndexedWordBytes, 'x');
  EXPECT_EQ(Compare(beginning + "a " + beginning + "b", ""), (Changes{{beginning, 2}, {"#", 2}}));
}

TEST(WordChanges, DoNotMixTexts) {
  SearchWords words;
  WordChanges word_changes(words);
  std::vector<WordChange> changes;
  word_changes.Append("one", "", changes);
  word_changes.Append("one", "", changes);
  ASSERT_EQ(changes.size(), 4U);
  EXPECT_EQ(changes[0].change, 1);
  EXPECT_EQ(changes[2].change, 1);
}

}  // namespace
}  // namespace muragat
