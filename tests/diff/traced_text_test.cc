#include "muragat/diff/traced_text.h"

#include <array>

#include <gtest/gtest.h>

#include "muragat/diff/text_diff.h"
#include "tests/support/random.h"
#include "tests/support/random_document.h"
#include "tests/support/text_words.h"

namespace muragat {
namespace {

std::shared_ptr<const std::string> Text(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

// A text all of whose tokens have one trace.
TracedText WithTrace(const std::string& text, uint32_t trace) {
  TracedText traced;
  std::vector<TracedToken> before;
  ContinueTraces(Text(text), traced, before);
  for (TracedToken& token : traced.tokens) token.trace = trace;
  return traced;
}

// The words without a trace, each in brackets, in the text.
std::string Marked(const TracedText& traced) {
  std::string marked;
  size_t at = 0;
  for (const TracedToken& token : traced.tokens) {
    const std::string piece = traced.text->substr(at, token.size_bytes);
    marked += token.trace == kNoTrace && token.IsWord() ? "[" + piece + "]" : piece;
    at += token.size_bytes;
  }
  return marked;
}

std::string Continue(const std::string& older, const std::string& newer) {
  TracedText traced = WithTrace(older, 7);
  std::vector<TracedToken> before;
  ContinueTraces(Text(newer), traced, before);
  EXPECT_EQ(*traced.text, newer);
  return Marked(traced);
}

TEST(ContinueTraces, OfANewTextAllIsNew) { EXPECT_EQ(Continue("", "Free speech"), "[Free] [speech]"); }

TEST(ContinueTraces, OnlyTheWordThatWasReplacedIsNew) {
  EXPECT_EQ(Continue("one hundred and seven deputies", "one hundred and nine deputies"),
            "one hundred and [nine] deputies");
}

TEST(ContinueTraces, WordsBetweenTwoChangesAreKept) {
  EXPECT_EQ(Continue("The chamber has one hundred and seven deputies elected for five years.",
                     "The house has one hundred and seven deputies elected for six years."),
            "The [house] has one hundred and seven deputies elected for [six] years.");
}

TEST(ContinueTraces, WhatWasOnlyTakenAwayLeavesNothingNew) {
  EXPECT_EQ(Continue("free and fair elections", "fair elections"), "fair elections");
}

TEST(ContinueTraces, IdeographsAreWordsOfTheirOwn) {
  EXPECT_EQ(Continue("议会有一百名代表", "议会有九百名代表"), "议会有[九]百名代表");
}

TEST(ContinueTraces, APartOfAWordIsNoWord) {
  EXPECT_EQ(Continue("the deputy votes", "the deputys vote"), "the [deputys] [vote]");
}

TEST(ContinueTraces, TellsWhatWentByItsOldPlace) {
  TracedText traced = WithTrace("a b c d", 1);
  std::vector<TracedToken> before;
  const TracedChange change = ContinueTraces(Text("a x d"), traced, before);
  ASSERT_EQ(change.gone.size(), 1u);
  EXPECT_EQ(before[change.gone[0].begin].size_bytes, 1u);
  EXPECT_EQ(change.gone[0].begin, 2u);  // a, a space, b
  EXPECT_EQ(change.gone[0].end, 5u);
}

// Whatever the texts: tokens put end to end are the new text, what has no trace is what has come, and no more
// tokens went on than the old text had.
TEST(ContinueTraces, TokensAreTheTextAndTheRangesAreWhatIsNew) {
  support::Random random(20261125);
  for (int i = 0; i < 3000; ++i) {
    const Document document = support::RandomDocument(random);
    const std::string older = document.Text(), newer = support::ChangeDocument(document, random).Text();
    TracedText traced = WithTrace(older, 1);
    const size_t older_tokens = traced.tokens.size();
    std::vector<TracedToken> before;
    const TracedChange change = ContinueTraces(Text(newer), traced, before);
    std::vector<TracedToken> expected;
    AppendTokens(newer, expected);
    ASSERT_EQ(traced.tokens.size(), expected.size()) << older << "\n" << newer;
    size_t fresh = 0, come = 0, gone = 0;
    for (size_t t = 0; t < expected.size(); ++t) {
      ASSERT_EQ(traced.tokens[t].hash, expected[t].hash);
      fresh += traced.tokens[t].trace == kNoTrace ? 1u : 0u;
    }
    for (const TokenRange range : change.come) come += range.size();
    for (const TokenRange range : change.gone) gone += range.size();
    ASSERT_EQ(fresh, come);
    ASSERT_EQ(older_tokens - gone, expected.size() - come);
  }
}

// The words that the readable diff inserts, each in brackets, in the new text.
std::string MarkInserted(const std::string& older, const std::string& newer) {
  const EditScript script = DiffReadably(older, newer).script;
  std::string marked;
  size_t at = 0;  // of the new text
  std::vector<bool> inserted;
  for (const Edit& edit : script)
    if (edit.kind != EditKind::kDelete)
      inserted.insert(inserted.end(), edit.size_bytes, edit.kind == EditKind::kInsert);
  for (const auto& [word, begin] : support::WordsOf(newer)) {
    marked += newer.substr(at, begin - at) + (inserted[begin] ? "[" + word + "]" : word);
    at = begin + word.size();
  }
  return marked + newer.substr(at);
}

TEST(ContinueTraces, ReturnsAsNewWhatTheReadableDiffInserts) {
  constexpr uint32_t kSeed = 20261125;
  constexpr std::array kVocabulary = {"github", "terms", "policy", "site", "docs"};
  support::Random random(kSeed);
  const auto any_word = [&] { return std::string(kVocabulary[random.Below(kVocabulary.size())]); };
  for (int i = 0; i < 3000; ++i) {
    std::vector<std::string> words;
    for (uint32_t n = 3 + random.Below(12); n > 0; --n) words.push_back(any_word());
    const auto join = [&] {
      std::string text;
      for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
      return text + ".\n";
    };
    const std::string older = join();
    const auto place = words.begin() + random.Below(static_cast<uint32_t>(words.size()));
    random.OneIn(2) ? words.insert(place, any_word()) : words.erase(place);
    const std::string newer = join();
    ASSERT_EQ(Continue(older, newer), MarkInserted(older, newer)) << older << newer << "seed " << kSeed;
  }
}

}  // namespace
}  // namespace muragat
