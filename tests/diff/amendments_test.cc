#include "muragat/diff/amendments.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

// The first place of `words` in `text` as what is replaced by `by`.
Replacement Put(std::string_view text, std::string_view words, const std::string& by, size_t from = 0) {
  const size_t begin = text.find(words, from);
  return {{begin, begin + words.size()}, by};
}

std::vector<Amendment> Word(std::string_view text, const std::vector<Replacement>& replacements) {
  const AmendedSection section(text, 0);
  auto amendments = WordAmendments(section, replacements);
  EXPECT_TRUE(amendments.has_value());
  std::vector<Replacement> all;
  for (const Amendment& one : *amendments) {
    const auto found = section.Resolve(one);
    EXPECT_TRUE(found.ok());
    all.insert(all.end(), found->begin(), found->end());
  }
  EXPECT_EQ(Replace(text, all).value(), Replace(text, replacements).value());
  return *amendments;
}

constexpr std::string_view kText =
    "The chamber makes the law and the law makes the chamber.\n\nThe Senate reviews what the chamber makes, "
    "and "
    "sends back what it does not like within thirty days of the vote.\n";

TEST(WordAmendments, QuoteWordsThatStandOnceWithoutMore) {
  const auto made = Word(kText, {Put(kText, "thirty", "forty")});
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].words, (QuotedWords{.from = "thirty", .to = {}}));
  EXPECT_EQ(made[0].passage, Passage{});
  EXPECT_EQ(CountQuotedWords(made[0]), 2u);
}

TEST(WordAmendments, NameTheParagraphAndTheTimeOfOthers) {
  const auto made = Word(kText, {Put(kText, "law", "act", 30)});
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].passage.first, 1u);
  EXPECT_EQ(made[0].words->times, std::vector<uint32_t>{2});
}

TEST(WordAmendments, PutNewWordsBehindTheFewestThatStandOnce) {
  const auto made = Word(kText, {{{kText.find(" within"), kText.find(" within")}, " at all"}});
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].action, AmendmentAction::kInsertAfter);
  EXPECT_EQ(made[0].words->from, "like");
  EXPECT_EQ(made[0].text, "at all");
  EXPECT_FALSE(made[0].exact);
}

TEST(WordAmendments, QuoteTheEndsOfManyWords) {
  const auto made = Word(kText, {Put(kText, " sends back what it does not like within thirty", "")});
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(made[0].words->from, "sends");
  EXPECT_EQ(made[0].words->to, "thirty");
}

TEST(WordAmendments, SayOnceWhatIsDoneEverywhere) {
  std::vector<Replacement> all;
  for (size_t at = kText.find("chamber"); at != std::string_view::npos; at = kText.find("chamber", at + 1))
    all.push_back({{at, at + 7}, "house"});
  const auto made = Word(kText, all);
  ASSERT_EQ(made.size(), 1u);
  EXPECT_TRUE(made[0].words->everywhere);
  all.erase(all.begin() + 1);
  EXPECT_EQ(Word(kText, all).at(0).words->times, (std::vector<uint32_t>{1, 3}));
}

TEST(WordAmendments, NameParagraphsThatComeAndGo) {
  const size_t second = kText.find("The Senate");
  auto made = Word(kText, {{{second, kText.size()}, ""}});
  EXPECT_EQ(made.at(0).passage.first, 2u);
  EXPECT_EQ(CountQuotedWords(made.at(0)), 0u);
  made = Word(kText, {{{second, second}, "A new one.\n\n"}});
  EXPECT_EQ(made.at(0).action, AmendmentAction::kInsertAfter);
  EXPECT_EQ(made.at(0).passage.first, 1u);
}

TEST(WordAmendments, SayWhenNoSpaceIsMeant) {
  const auto made = Word(kText, {{{kText.find("thirty") + 6, kText.find("thirty") + 6}, "-one"}});
  EXPECT_EQ(made.at(0).text, "-one");
  const auto omitted = Word(kText, {Put(kText, "thirty", "")});
  EXPECT_TRUE(omitted.at(0).exact) << "both spaces stay";
}

TEST(WordAmendments, NeedPlacesBetweenWords) {
  const AmendedSection section(kText, 0);
  EXPECT_EQ(WordAmendments(section, {{{1, 2}, "x"}}), std::nullopt);
}

}  // namespace
}  // namespace muragat
