#include "muragat/text/sentences.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

using Pieces = std::vector<std::string>;

Pieces Cut(std::string_view text) {
  Pieces pieces;
  size_t begin = 0;
  for (const size_t end : CutSentences(text)) {
    pieces.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return pieces;
}

TEST(Sentences, EndWithTheSpaceBehindThem) {
  EXPECT_EQ(Cut("It sits. It votes! Why?"), (Pieces{"It sits. ", "It votes! ", "Why?"}));
  EXPECT_EQ(Cut("Мәжіліс 107 депутаттан тұрады. Сенат та бар."),
            (Pieces{"Мәжіліс 107 депутаттан тұрады. ", "Сенат та бар."}));
  EXPECT_EQ(Cut("下院有議員。上院也有。"), (Pieces{"下院有議員。", "上院也有。"}));
}

TEST(Sentences, EndAtALineEnd) { EXPECT_EQ(Cut("# Title\nText"), (Pieces{"# Title\n", "Text"})); }

TEST(Sentences, OfNothingAreNone) { EXPECT_EQ(Cut(""), Pieces()); }

}  // namespace
}  // namespace muragat
