#include "muragat/search/snippet.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

// The snippet with its marks as brackets.
std::string Make(std::string_view text, std::string_view question, size_t characters) {
  const auto query = ParseSearchQuery(question);
  QueryMatcher matcher(*query, {});
  std::vector<FoundTerm> found;
  std::vector<uint32_t> counts(query->terms.size());
  matcher.Count(SearchField::kText, text, "und", counts, &found);
  const Snippet snippet = MakeSnippet(text, std::move(found), characters);
  std::string out;
  size_t at = 0;
  for (const auto& [begin, end] : snippet.marks) {
    out += snippet.text.substr(at, begin - at) + "[" + snippet.text.substr(begin, end - begin) + "]";
    at = end;
  }
  return out + snippet.text.substr(at);
}

TEST(Snippet, IsTheWholeTextWhereItIsShort) {
  EXPECT_EQ(Make("A quota\n  for women.\n", "women quota", 80), "A [quota] for [women].");
  EXPECT_EQ(Make("Nothing here", "quota", 80), "Nothing here");
  EXPECT_EQ(Make("", "quota", 80), "");
}

TEST(Snippet, IsWhereMostDifferentTermsAre) {
  const std::string text =
      "quota quota quota quota one two three four five six seven eight nine ten the quota for women is "
      "thirty "
      "per cent of the list of each party";
  EXPECT_EQ(Make(text, "quota women", 40), "…the [quota] for [women] is thirty per…");
}

TEST(Snippet, IsCutBetweenCharactersOfAnyScript) {
  const std::string text = "下院有一百零七名议员，任期五年。上院有四十九名议员，任期六年。";
  EXPECT_EQ(Make(text, "四十九", 12), "…上院有[四十九]名议员，任期…");
}

TEST(Snippet, MarksAPhraseOnceAndLeavesControlsOut) {
  EXPECT_EQ(Make("a\x1b red quota here", "\"red quota\"", 80), "a [red quota] here");
  EXPECT_EQ(Make("the red quota here", "\"red quota\" quota", 80), "the [red quota] here");
}

}  // namespace
}  // namespace muragat
