#include "muragat/render/markup.h"

#include <gtest/gtest.h>

#include "tests/render/markup_html.h"

namespace muragat {
namespace {

TEST(MarkText, KeepsPlainTextOfEveryScript) {
  EXPECT_EQ(MarkupHtml(MarkText("Majilis, Мәжіліс, 选举法, مجلس\n\t–")),
            "Majilis, Мәжіліс, 选举法, مجلس\n\t–");
}

TEST(MarkText, SetsABidirectionalControlApartAndKeepsItInTheText) {
  EXPECT_EQ(MarkupHtml(MarkText("a\u202Eb")), "a<span class=\"ctl\" title=\"U+202E\">\u202E</span>b");
}

TEST(MarkText, DrawsWhatIsMerelyInvisibleSmall) {
  EXPECT_EQ(MarkupHtml(MarkText("con\u00ADsti")),
            "con<span class=\"ctl quiet\" title=\"U+00AD\">\u00AD</span>sti");
}

TEST(MarkText, LeavesJoinersInsidePersianWordsAndEmojiAlone) {
  EXPECT_EQ(MarkupHtml(MarkText("می\u200Cخواهم")), "می\u200Cخواهم");
  EXPECT_EQ(MarkupHtml(MarkText("👩\u200D⚖\uFE0F")), "👩\u200D⚖\uFE0F");
}

TEST(MarkText, ShowsAJoinerBetweenLatinLettersOrAtTheEnd) {
  EXPECT_EQ(MarkupHtml(MarkText("a\u200Db")), "a<span class=\"ctl quiet\" title=\"U+200D\">\u200D</span>b");
  EXPECT_EQ(MarkupHtml(MarkText("ی\u200C")), "ی<span class=\"ctl quiet\" title=\"U+200C\">\u200C</span>");
}

TEST(MarkText, MakesCarriageReturnsLineFeeds) { EXPECT_EQ(MarkupHtml(MarkText("a\r\nb\rc")), "a\nb\nc"); }

TEST(MarkText, ReplacesMalformedBytesAndNul) {
  EXPECT_EQ(MarkupHtml(MarkText("a\xff")), "a<span class=\"ctl\" title=\"not UTF-8\">\uFFFD</span>");
  EXPECT_EQ(MarkupHtml(MarkText(std::string_view("\0", 1))),
            "<span class=\"ctl\" title=\"not UTF-8\">\uFFFD</span>");
}

TEST(AppendParagraphs, PartsByBlankLinesAndKeepsLineEnds) {
  MarkupList out;
  AppendParagraphs(out, "\n\none\ntwo  \n \t\n\nthree");
  EXPECT_EQ(MarkupHtml(out), "<p class=\"lines\">one\ntwo</p><p class=\"lines\">three</p>");
}

TEST(AppendParagraphs, MakesNothingOfWhiteSpace) {
  MarkupList out;
  AppendParagraphs(out, " \n\n\t\n");
  EXPECT_TRUE(out.empty());
}

}  // namespace
}  // namespace muragat
