#include "muragat/text/words.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace muragat {
namespace {

// The tokens of `text`, each with a mark for its kind: w for words, s for white space, o for anything else.
using Marked = std::vector<std::string>;

Marked Mark(const std::string& text, const std::vector<Token>& tokens) {
  Marked marked;
  size_t at = 0;
  for (const Token& token : tokens) {
    const char* mark = token.kind == TokenKind::kWord ? "w:" : token.kind == TokenKind::kSpace ? "s:" : "o:";
    marked.push_back(mark + text.substr(at, token.size_bytes));
    at += token.size_bytes;
  }
  EXPECT_EQ(at, text.size());
  return marked;
}

Marked Cut(const std::string& text) { return Mark(text, CutWords(text)); }
Marked CutSmall(const std::string& text) { return Mark(text, CutGraphemes(text)); }

TEST(CutWords, OfNothingIsNothing) { EXPECT_EQ(Cut(""), Marked{}); }

TEST(CutWords, PartsWordsSpacesAndSigns) {
  EXPECT_EQ(Cut("It has 107 deputies."),
            (Marked{"w:It", "s: ", "w:has", "s: ", "w:107", "s: ", "w:deputies", "o:."}));
}

TEST(CutWords, KeepsApostropheAndFullStopInsideAWord) {
  EXPECT_EQ(Cut("don't"), (Marked{"w:don't"}));
  EXPECT_EQ(Cut("country’s"), (Marked{"w:country’s"}));
  EXPECT_EQ(Cut("1.2.3"), (Marked{"w:1.2.3"}));
  EXPECT_EQ(Cut("‘listening’ state."), (Marked{"o:‘", "w:listening", "o:’", "s: ", "w:state", "o:."}));
}

TEST(CutWords, PartsAtHyphensAndCommas) {
  EXPECT_EQ(Cut("ninety-eight"), (Marked{"w:ninety", "o:-", "w:eight"}));
  EXPECT_EQ(Cut("1,000"), (Marked{"w:1", "o:,", "w:000"}));
}

TEST(CutWords, WalksKazakhAndRussian) {
  EXPECT_EQ(Cut("50-бап. Құқықтар"), (Marked{"w:50", "o:-", "w:бап", "o:.", "s: ", "w:Құқықтар"}));
  EXPECT_EQ(Cut("«Әділет» — ұйым"), (Marked{"o:«", "w:Әділет", "o:»", "s: ", "o:—", "s: ", "w:ұйым"}));
}

TEST(CutWords, WalksGreekAndVietnamese) {
  EXPECT_EQ(Cut("Ελλάδα Việt"), (Marked{"w:Ελλάδα", "s: ", "w:Việt"}));
}

TEST(CutWords, EndsASpaceTokenAtEachLineEnd) {
  EXPECT_EQ(Cut("a  \n  b"), (Marked{"w:a", "s:  \n", "s:  ", "w:b"}));
  EXPECT_EQ(Cut("\n\n"), (Marked{"s:\n", "s:\n"}));
}

TEST(CutWords, TakesCarriageReturnAndLineFeedAsOne) {
  EXPECT_EQ(Cut("a\r\n\r\nb"), (Marked{"w:a", "s:\r\n", "s:\r\n", "w:b"}));
  EXPECT_EQ(Cut("a\rb"), (Marked{"w:a", "s:\r", "w:b"}));
}

TEST(CutWords, TakesNoBreakSpaceAsSpace) { EXPECT_EQ(Cut("a\u00a0 b"), (Marked{"w:a", "s:\u00a0 ", "w:b"})); }

TEST(CutWords, LeavesMarksOnWhatTheyStandOn) {
  EXPECT_EQ(Cut("cafe\u0301 x"), (Marked{"w:cafe\u0301", "s: ", "w:x"}));
  EXPECT_EQ(Cut("и\u0306"), (Marked{"w:и\u0306"}));
  EXPECT_EQ(Cut("-\u0301a"), (Marked{"o:-\u0301", "w:a"}));
  EXPECT_EQ(Cut("a  \u0301b"), (Marked{"w:a", "s: ", "o: \u0301", "w:b"}));
  EXPECT_EQ(Cut("漢\u0301字"), (Marked{"w:漢\u0301", "w:字"}));
}

TEST(CutWords, TakesEachIdeographAsAWord) {
  EXPECT_EQ(Cut("第五十条。"), (Marked{"w:第", "w:五", "w:十", "w:条", "o:。"}));
}

TEST(CutWords, CutsThaiAndArabicByTheirOwnRules) {
  EXPECT_EQ(Cut("แมวกินปลา"), (Marked{"w:แมว", "w:กิน", "w:ปลา"}));
  EXPECT_EQ(Cut("المادة الأولى."), (Marked{"w:المادة", "s: ", "w:الأولى", "o:."}));
}

TEST(CutWords, TakesWhatShowsAsOneEmojiAsOneToken) {
  const std::string family = "👩\u200d👩\u200d👧", flag = "🇰🇿", thumb = "👍🏽", keycap = "1\ufe0f\u20e3";
  EXPECT_EQ(Cut(family), (Marked{"o:" + family}));
  EXPECT_EQ(Cut(flag + flag), (Marked{"o:" + flag, "o:" + flag}));
  EXPECT_EQ(Cut("a " + thumb + "b"), (Marked{"w:a", "s: ", "o:" + thumb, "w:b"}));
  EXPECT_EQ(Cut(keycap + "x"), (Marked{"w:" + keycap + "x"}));
  EXPECT_EQ(Cut("❤\ufe0f"), (Marked{"o:❤\ufe0f"}));
}

TEST(CutWords, TakesEachMalformedByteAsAToken) {
  EXPECT_EQ(Cut("a\xff\xfe"
                "b"),
            (Marked{"w:a", "o:\xff", "o:\xfe", "w:b"}));
  EXPECT_EQ(Cut("\xd0"), (Marked{"o:\xd0"}));
  EXPECT_EQ(Cut("ж\xd0 \xe4\xb8"), (Marked{"w:ж", "o:\xd0", "s: ", "o:\xe4", "o:\xb8"}));
}

TEST(CutWords, MergesMixedSpacesBetweenForeignWords) {
  EXPECT_EQ(Cut("א \t ב"), (Marked{"w:א", "s: \t ", "w:ב"}));
}

TEST(CutGraphemes, GivesEachCharacterWithItsMarks) {
  EXPECT_EQ(CutSmall("ae\u0301\r\n"), (Marked{"w:a", "w:e\u0301", "s:\r\n"}));
  EXPECT_EQ(CutSmall("🇰🇿ж."), (Marked{"o:🇰🇿", "w:ж", "o:."}));
  EXPECT_EQ(CutSmall("กำ"), (Marked{"w:กำ"}));
}

TEST(CountWords, CountsWhatCutWordsGives) {
  EXPECT_EQ(CountWords(""), 0U);
  EXPECT_EQ(CountWords("The Majilis has 98 deputies."), 5U);
  EXPECT_EQ(CountWords("Мәжіліс 98 депутаттан тұрады"), 4U);
  EXPECT_EQ(CountWords("第五十条"), 4U);
  EXPECT_EQ(CountWords("... — !"), 0U);
}

TEST(CutWords, UsesUpAnyBytesWithoutAnEmptyToken) {
  constexpr uint32_t kSeed = 20220608;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::vector<std::string> pieces = {"a", "Ж",      "і",      " ",      "\n",     "\r",     "'",  ".",
                                           "5", "\u0301", "\u200d", "👍",      "🇰",      "漢",     "カ", "ไ",
                                           "ب", "\xff",   "\xe4",   "\u0600", "\u0d4e", "\ufe0f", "-",  "’"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (size_t i = random() % 30; i > 0; --i) text += pieces[random() % pieces.size()];
    for (const auto& tokens : {CutWords(text), CutGraphemes(text)}) {
      size_t size = 0;
      for (const Token& token : tokens) {
        ASSERT_GT(token.size_bytes, 0U) << text;
        size += token.size_bytes;
      }
      ASSERT_EQ(size, text.size()) << text;
    }
    uint64_t words = 0;
    for (const Token& token : CutWords(text)) words += token.kind == TokenKind::kWord ? 1U : 0U;
    ASSERT_EQ(CountWords(text), words) << text;
  }
}

// A word never ends inside a grapheme.
TEST(CutWords, EndsOnlyWhereAGraphemeEnds) {
  constexpr uint32_t kSeed = 20221105;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::vector<std::string> pieces = {"a", "ж",      " ",  "\n",     "\u0301", "\u200d", "👍",
                                           "🇰", "🏽",   "漢", "カ",     "\uff9e", "ไ",      "ำ",
                                           "ب", "\u0600", "5",  "\ufe0f", "©",      "ᄀ",     "ᅡ"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (size_t i = random() % 12; i > 0; --i) text += pieces[random() % pieces.size()];
    std::vector<bool> ends(text.size() + 1);
    size_t at = 0;
    for (const Token& token : CutGraphemes(text)) ends[at += token.size_bytes] = true;
    at = 0;
    for (const Token& token : CutWords(text))
      ASSERT_TRUE(ends[at += token.size_bytes]) << text << " at " << at;
  }
}

}  // namespace
}  // namespace muragat
