#include "muragat/text/token_begin.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "muragat/text/words.h"

namespace muragat {
namespace {

TEST(BeginsToken, AtLinesAndAtWordsBehindASpace) {
  EXPECT_TRUE(BeginsToken("a", 0));
  EXPECT_TRUE(BeginsToken("\n\u0301", 1));
  EXPECT_TRUE(BeginsToken("to 98", 3));
  EXPECT_TRUE(BeginsToken("50 бап", 3));
  EXPECT_TRUE(BeginsToken("50 қала", 3));
  EXPECT_FALSE(BeginsToken("words", 2));
  EXPECT_FALSE(BeginsToken("a  b", 2));
  EXPECT_FALSE(BeginsToken("a \u0483", 2));
  EXPECT_FALSE(BeginsToken("a \u0301", 2));
}

// In any text, also in one whose tokens are cut by ICU's rules.
TEST(BeginsToken, PartsATextIntoTheSameTokens) {
  constexpr uint32_t kSeed = 20240811;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::vector<std::string> pieces = {"a",    "Ж",      "қ",      "é",  "×",     " ", " ",      " ",
                                           "\n",   "\r",     "'",      ".",  "5",     "_", "\u0301", "\u0483",
                                           "ไทย",  "カ",     "ב",      "\"", "👍",     "🇰", "\u200d", "\u00ad",
                                           "\xd0", "\u0600", "\u0d4e", "漢", "\u00a0"};
  size_t cuts = 0;
  for (int round = 0; round < 60000; ++round) {
    std::string text;
    for (size_t i = random() % 16 + 1; i > 0; --i) text += pieces[random() % pieces.size()];
    std::vector<uint32_t> whole;
    for (const Token& token : CutWords(text)) whole.push_back(token.size_bytes);
    for (size_t at = 1; at < text.size(); ++at) {
      if (!BeginsToken(text, at)) continue;
      ++cuts;
      std::vector<uint32_t> parted;
      for (const Token& token : CutWords(text.substr(0, at))) parted.push_back(token.size_bytes);
      for (const Token& token : CutWords(text.substr(at))) parted.push_back(token.size_bytes);
      ASSERT_EQ(parted, whole) << text << " at " << at << " in round " << round;
    }
  }
  EXPECT_GT(cuts, 20000U);
}

}  // namespace
}  // namespace muragat
