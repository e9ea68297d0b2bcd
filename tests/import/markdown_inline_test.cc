#include "import/markdown_inline.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

TEST(PlainInline, LeavesOutEmphasis) {
  EXPECT_EQ(PlainInline("**Bold** and *italic* and __both__ and _one_"), "Bold and italic and both and one");
  EXPECT_EQ(PlainInline("***all***"), "all");
  EXPECT_EQ(PlainInline("**a *b* c**"), "a b c");
  EXPECT_EQ(PlainInline("~~gone~~"), "gone");
  EXPECT_EQ(PlainInline("**1.**Foo"), "1.Foo");
}

TEST(PlainInline, KeepsMarksWithoutAPartner) {
  EXPECT_EQ(PlainInline("Article R*123-4"), "Article R*123-4");
  EXPECT_EQ(PlainInline("Article *R9-9"), "Article *R9-9");
  EXPECT_EQ(PlainInline("snake_case_name"), "snake_case_name");
  EXPECT_EQ(PlainInline("2 * 3 * 4"), "2 * 3 * 4");
  EXPECT_EQ(PlainInline("a~b~c"), "a~b~c");
  EXPECT_EQ(PlainInline("`open"), "`open");
  EXPECT_EQ(PlainInline("[open"), "[open");
  EXPECT_EQ(PlainInline("a < b > c"), "a < b > c");
}

TEST(PlainInline, KeepsTheTextOfLinksAndImages) {
  EXPECT_EQ(PlainInline("[text](url) [a [b]](c \"t\") ![alt](i.png)"), "text a [b] alt");
  EXPECT_EQ(PlainInline("[text][ref] [*du versement*] [](#x)a"), "text [du versement] a");
  EXPECT_EQ(PlainInline("<https://example.org> <a href=\"x\">b</a><!-- c -->"), "https://example.org b");
}

TEST(PlainInline, ResolvesEscapesAndEntities) {
  EXPECT_EQ(PlainInline("1\\. \\*a\\* \\\\ \\b"), "1. *a* \\ \\b");
  EXPECT_EQ(PlainInline("&amp; &lt; &#167; &#xA7; &laquo;a&raquo;"), "& < § § «a»");
  EXPECT_EQ(PlainInline("&unknown; &#0; &#xD800; AT&T"), "&unknown; &#0; &#xD800; AT&T");
}

TEST(PlainInline, KeepsCodeAsItIs) { EXPECT_EQ(PlainInline("`a*b*` ``c`d``"), "a*b* c`d"); }

TEST(PlainInline, IsOneLine) {
  EXPECT_EQ(PlainInline("  a\n  b\t\tc\r\n"), "a b c");
  EXPECT_EQ(PlainInline("a<br>b"), "a b");
  EXPECT_EQ(PlainInline(""), "");
}

TEST(PlainInline, BeyondItsBoundOnlyBlanksChange) {
  const std::string text = "*a*" + std::string(4094, 'b');
  EXPECT_EQ(PlainInline(text), text);
}

}  // namespace
}  // namespace muragat::import
