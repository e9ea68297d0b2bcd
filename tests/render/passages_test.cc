#include "muragat/render/passages.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

// "before > after" of each passage of a section's body.
std::vector<std::string> Find(const std::string& older, const std::string& newer, size_t most = 9,
                              size_t* left_out = nullptr) {
  const auto section = [](const std::string& body) {
    LineageSection one;
    one.lineage = {1};
    one.section.body = body;
    return one;
  };
  std::vector<LineageSection> before, after;
  if (!older.empty()) before.push_back(section(older));
  if (!newer.empty()) after.push_back(section(newer));
  const DocumentChange change = CompareEditions(before, after);
  std::vector<std::string> lines;
  size_t not_kept = 0;
  for (const ChangedPassage& one : FindPassages(change.sections.at(0), most, not_kept))
    lines.push_back(one.before + " > " + one.after);
  if (left_out != nullptr) *left_out = not_kept;
  return lines;
}

using Lines = std::vector<std::string>;

TEST(Passages, AreTheSentencesAroundAChange) {
  EXPECT_EQ(Find("It sits. The Majilis has 67 deputies. It votes.\n",
                 "It sits. The Majilis has 77 deputies. It votes.\n"),
            (Lines{"The Majilis has 67 deputies. > The Majilis has 77 deputies."}));
  EXPECT_EQ(Find("Мәжіліс 67 депутаттан тұрады. Сенат бар.\n", "Мәжіліс 77 депутаттан тұрады. Сенат бар.\n"),
            (Lines{"Мәжіліс 67 депутаттан тұрады. > Мәжіліс 77 депутаттан тұрады."}));
  EXPECT_EQ(Find("下院有67名议员。上院有49名议员。\n", "下院有77名议员。上院有49名议员。\n"),
            (Lines{"下院有67名议员。 > 下院有77名议员。"}));
}

TEST(Passages, OfANewSentenceHaveNothingBefore) {
  EXPECT_EQ(Find("It sits. It votes.\n", "It sits. It speaks aloud. It votes.\n"),
            (Lines{" > It speaks aloud."}));
  EXPECT_EQ(Find("It sits. It speaks aloud. It votes.\n", "It sits. It votes.\n"),
            (Lines{"It speaks aloud. > "}));
  EXPECT_EQ(Find("", "It sits. It votes.\n"), (Lines{" > It sits. It votes."}));
}

TEST(Passages, KeepTheOnesWithTheMostWords) {
  size_t left_out = 0;
  EXPECT_EQ(Find("One a. Two b. Three c. Four d.\n", "One z. Two b. Three x y w. Four d.\n", 1, &left_out),
            (Lines{"Three c. > Three x y w."}));
  EXPECT_EQ(left_out, 1U);
}

TEST(Passages, OfLongSentencesAreCutAroundTheChange) {
  std::string words;
  for (int i = 0; i < 200; ++i) words += "word ";
  const Lines lines = Find(words + "old" + words + "\n", words + "new" + words + "\n");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].starts_with("…")) << lines[0];
  EXPECT_NE(lines[0].find("newword"), std::string::npos) << lines[0];
  EXPECT_LT(lines[0].size(), 700U);
}

}  // namespace
}  // namespace muragat
