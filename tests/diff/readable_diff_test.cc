#include <string>

#include <gtest/gtest.h>

#include "muragat/diff/text_diff.h"

namespace muragat {
namespace {

// The readable difference as a person sees it: what goes as [-…-], what comes as {+…+}.
std::string Read(std::string_view older, std::string_view newer, DiffUnit unit = DiffUnit::kWord) {
  std::string shown;
  size_t at = 0;
  for (const Edit& edit : MakeReadable(DiffText(older, newer, {.unit = unit}).script, older, newer)) {
    const std::string_view text =
        edit.kind == EditKind::kInsert ? edit.text : older.substr(at, edit.size_bytes);
    if (edit.kind != EditKind::kInsert) at += edit.size_bytes;
    if (edit.kind == EditKind::kDelete) shown.append("[-").append(text).append("-]");
    if (edit.kind == EditKind::kInsert) shown.append("{+").append(text).append("+}");
    if (edit.kind == EditKind::kKeep) shown.append(text);
  }
  return shown;
}

TEST(MakeReadable, ReplacesAWholePhrase) {
  EXPECT_EQ(Read("It has one hundred and seven deputies.", "It has ninety-eight deputies."),
            "It has [-one hundred and seven-]{+ninety-eight+} deputies.");
}

TEST(MakeReadable, JoinsAcrossShortWords) {
  EXPECT_EQ(Read("The President of the Republic signs.", "The Speaker of the Senate signs."),
            "The [-President of the Republic-]{+Speaker of the Senate+} signs.");
}

TEST(MakeReadable, LeavesChangesFarApartInASentenceApart) {
  EXPECT_EQ(Read("The President appoints the Prime Minister with the consent of Parliament.",
                 "The Speaker appoints the Prime Minister with the advice of Parliament."),
            "The [-President-]{+Speaker+} appoints the Prime Minister with the [-consent-]{+advice+} of "
            "Parliament.");
}

TEST(MakeReadable, LeavesChangesInTwoSentencesApart) {
  EXPECT_EQ(Read("It has two parts. Parts are equal.", "It has three parts. Chambers are equal."),
            "It has [-two-]{+three+} parts. [-Parts-]{+Chambers+} are equal.");
  EXPECT_EQ(Read("Elect deputies. Senators serve.", "Elect members. Judges serve."),
            "Elect [-deputies-]{+members+}. [-Senators-]{+Judges+} serve.");
}

TEST(MakeReadable, LeavesChangesInTwoParagraphsApart) {
  EXPECT_EQ(Read("Old one\n\nOld two\n", "New alpha\n\nNew beta\n"),
            "[-Old one-]{+New alpha+}\n\n[-Old two-]{+New beta+}\n");
}

TEST(MakeReadable, TakesAFullStopInANumberedReferenceForNoSentence) {
  EXPECT_EQ(Read("согласно ст. 4 п. 2 закона", "согласно ст. 5 п. 3 закона"),
            "согласно ст. [-4 п. 2-]{+5 п. 3+} закона");
}

TEST(MakeReadable, ShowsAWholeSentencePutBetween) {
  EXPECT_EQ(Read("Alpha goes. Gamma goes.", "Alpha goes. Beta goes. Gamma goes."),
            "Alpha goes. {+Beta goes. +}Gamma goes.");
  EXPECT_EQ(Read("A. C.", "A. B. C."), "A. {+B. +}C.");
  EXPECT_EQ(Read("甲方。丙方。", "甲方。乙方。丙方。"), "甲方。{+乙方。+}丙方。");
}

TEST(MakeReadable, ShowsAWholeSentenceAtTheEnd) {
  EXPECT_EQ(Read("Alpha goes.\n", "Alpha goes. Beta goes.\n"), "Alpha goes.{+ Beta goes.+}\n");
}

TEST(MakeReadable, ShowsAWholeParagraphPutBetween) {
  EXPECT_EQ(Read("# One\n\nText one.\n\n# Three\n\nText one.\n",
                 "# One\n\nText one.\n\n# Two\n\nText one.\n\n# Three\n\nText one.\n"),
            "# One\n\nText one.\n\n{+# Two\n\nText one.\n\n+}# Three\n\nText one.\n");
}

TEST(MakeReadable, ShowsAWholeListItem) {
  EXPECT_EQ(Read("- a law;\n- a code;\n", "- a law;\n- a rule;\n- a code;\n"),
            "- a law;\n{+- a rule;\n+}- a code;\n");
}

TEST(MakeReadable, SlidesAWordSoThatItsSpaceFollows) {
  EXPECT_EQ(Read("a free society", "a free and open society"), "a free {+and open +}society");
}

TEST(MakeReadable, WidensCharactersToWords) {
  EXPECT_EQ(Read("The Coucil advises thge state.", "The Council advises the state.", DiffUnit::kCharacter),
            "The [-Coucil-]{+Council+} advises [-thge-]{+the+} state.");
}

TEST(MakeReadable, ReplacesASentenceThatKeepsFewOfItsWords) {
  EXPECT_EQ(Read("Most of the members are chosen by the head of state on advice from below.",
                 "Every region of our land sends the two whom it holds fit for a term of six years."),
            "[-Most of the members are chosen by the head of state on advice from below-]"
            "{+Every region of our land sends the two whom it holds fit for a term of six years+}.");
}

TEST(MakeReadable, LeavesAnEqualTextAlone) { EXPECT_EQ(Read("Same.\n", "Same.\n"), "Same.\n"); }

}  // namespace
}  // namespace muragat
