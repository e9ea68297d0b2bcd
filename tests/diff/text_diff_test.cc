#include "muragat/diff/text_diff.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace muragat {
namespace {

// The script as a person reads it: what goes as [-…-], what comes as {+…+}.
std::string Show(const EditScript& script, std::string_view older) {
  std::string shown;
  size_t at = 0;
  for (const Edit& edit : script) {
    const std::string_view text =
        edit.kind == EditKind::kInsert ? edit.text : older.substr(at, edit.size_bytes);
    if (edit.kind != EditKind::kInsert) at += edit.size_bytes;
    if (edit.kind == EditKind::kDelete) shown.append("[-").append(text).append("-]");
    if (edit.kind == EditKind::kInsert) shown.append("{+").append(text).append("+}");
    if (edit.kind == EditKind::kKeep) shown.append(text);
  }
  return shown;
}

std::string Diff(std::string_view older, std::string_view newer, DiffUnit unit = DiffUnit::kWord) {
  return Show(DiffText(older, newer, {.unit = unit}).script, older);
}

TEST(DiffText, OfEqualTextsIsOneKeep) {
  EXPECT_EQ(DiffText("same\n", "same\n").script, (EditScript{{EditKind::kKeep, 5, {}, 0}}));
  EXPECT_TRUE(DiffText("", "").script.empty());
}

TEST(DiffText, OfNothingIsOneInsertOrDelete) {
  EXPECT_EQ(Diff("", "new"), "{+new+}");
  EXPECT_EQ(Diff("old", ""), "[-old-]");
}

TEST(DiffText, ChangesWholeWords) {
  EXPECT_EQ(Diff("It has 107 deputies.", "It has 98 deputies."), "It has [-107-]{+98+} deputies.");
  EXPECT_EQ(Diff("Мәжіліс 107 депутат", "Мәжіліс 98 депутат"), "Мәжіліс [-107-]{+98+} депутат");
  EXPECT_EQ(Diff("the Coucil is", "the Council is"), "the [-Coucil-]{+Council+} is");
}

TEST(DiffText, KeepsAWordWhoseLineIsBrokenElsewhere) {
  EXPECT_EQ(Diff("emploie la\nchose louée\n", "emploie la chose\nlouée\n"),
            "emploie la[-\n-]{+ +}chose[- -]{+\n+}louée\n");
  EXPECT_EQ(Diff("one\n\ntwo\n", "one two\n"), "one[-\n\n-]{+ +}two\n");
}

TEST(DiffText, PartsNoGrapheme) {
  EXPECT_EQ(Diff("cafe", "cafe\u0301"), "[-cafe-]{+cafe\u0301+}");
  EXPECT_EQ(Diff("x 👍 y", "x 👍🏽 y"), "x [-👍-]{+👍🏽+} y");
  EXPECT_EQ(Diff("e a", "e\u0301 a", DiffUnit::kCharacter), "[-e-]{+e\u0301+} a");
  EXPECT_EQ(Diff("а́б", "а́в", DiffUnit::kCharacter), "а́[-б-]{+в+}");
}

TEST(DiffText, CutsByCharacterWhereAsked) {
  EXPECT_EQ(Diff("kitten", "sitting", DiffUnit::kCharacter), "[-k-]{+s+}itt[-e-]{+i+}n{+g+}");
}

TEST(DiffText, CutsByLineWhereAsked) {
  EXPECT_EQ(Diff("one\ntwo\nthree\n", "one\n2\nthree\n", DiffUnit::kLine), "one\n[-two\n-]{+2\n+}three\n");
}

TEST(DiffText, FindsAParagraphPutBetween) {
  EXPECT_EQ(Diff("First one.\n\nThird one.\n", "First one.\n\nSecond one.\n\nThird one.\n"),
            "First one.\n\n{+Second one.\n\n+}Third one.\n");
}

TEST(DiffText, IsNotLedAstrayByBlankLines) {
  const std::string script =
      Diff("The Majilis has deputies.\n\nThe Senate has senators.\n",
           "A new chapter comes first.\n\nThe Majilis has 98 deputies.\n\nThe Senate has 50 senators.\n");
  EXPECT_EQ(script,
            "{+A new chapter comes first.\n\n+}The Majilis has {+98 +}deputies.\n\nThe Senate has{+ 50+} "
            "senators.\n");
}

TEST(DiffText, InsertsAreViewsIntoTheNewText) {
  const std::string older = "a b c", newer = "a x c";
  for (const Edit& edit : DiffText(older, newer).script) {
    if (edit.kind != EditKind::kInsert) continue;
    EXPECT_GE(edit.text.data(), newer.data());
    EXPECT_LE(edit.text.data() + edit.text.size(), newer.data() + newer.size());
  }
}

std::string ManyWords(uint32_t seed, size_t words, bool lines) {
  std::mt19937 random(seed);
  std::string text;
  for (size_t i = 0; i < words; ++i) {
    text += "w" + std::to_string(random() % 5000) + (lines && i % 12 == 11 ? "\n" : " ");
  }
  return text;
}

TEST(DiffText, SaysWhereTheBoundWasMet) {
  const std::string older = ManyWords(1, 3000, true), newer = ManyWords(2, 3000, true);
  const TextDiff diff = DiffText(older, newer, {.max_edits = 16});
  EXPECT_TRUE(diff.coarse);
  const Result<std::string> text = ApplyScript(diff.script, older);
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, newer);
  EXPECT_FALSE(DiffText(older, older + "x").coarse);
}

TEST(DiffText, IsBoundedForBigTextsThatHaveNothingInCommon) {
  for (const bool lines : {true, false}) {
    const std::string older = ManyWords(3, 140000, lines), newer = ManyWords(4, 140000, lines);
    const TextDiff diff = DiffText(older, newer);
    EXPECT_TRUE(diff.coarse);
    const Result<std::string> text = ApplyScript(diff.script, older);
    ASSERT_TRUE(text.ok());
    EXPECT_EQ(*text, newer);
  }
}

// Beyond the bound, what is unchanged in between is still found.
TEST(DiffText, KeepsLongRunsBeyondTheBound) {
  std::string older = ManyWords(5, 20000, false), newer;
  size_t spaces = 0;
  for (const char c : older) {
    newer += c;
    if (c == ' ' && ++spaces % 12 == 0) newer += "\n";
  }
  const TextDiff diff = DiffText(older, newer, {.max_edits = 64});
  size_t kept_bytes = 0;
  for (const Edit& edit : diff.script) kept_bytes += edit.kind == EditKind::kKeep ? edit.size_bytes : 0;
  EXPECT_GT(kept_bytes, older.size() * 8 / 10);
}

TEST(DiffText, FindsFewChangesInALongText) {
  std::string older = ManyWords(6, 100000, false), newer = older;
  newer.insert(newer.find(' ', 200000) + 1, "zwischen ");
  newer.erase(newer.find(' ', 400000), 6);
  const TextDiff diff = DiffText(older, newer);
  EXPECT_FALSE(diff.coarse);
  EXPECT_LE(diff.script.size(), 7U);
}

TEST(CountChangedWords, CountsWhatComesAndWhatGoes) {
  const std::string older = "The Majilis has 107 deputies.",
                    newer = "The Majilis now has ninety-eight deputies.";
  const WordCounts counts = CountChangedWords(DiffText(older, newer).script, older);
  EXPECT_EQ(counts.words_in, 3U);
  EXPECT_EQ(counts.words_out, 1U);
}

TEST(CountChangedWords, CountsNoPunctuation) {
  const WordCounts counts = CountChangedWords(DiffText("a, b", "a; b").script, "a, b");
  EXPECT_EQ(counts.words_in, 0U);
  EXPECT_EQ(counts.words_out, 0U);
}

}  // namespace
}  // namespace muragat
