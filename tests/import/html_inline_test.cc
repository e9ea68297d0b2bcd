#include "import/html_inline.h"

#include <gtest/gtest.h>

#include "import/markdown_inline.h"

namespace muragat::import {
namespace {

std::string Inline(std::string_view html) {
  const auto tree = HtmlTree::Parse(html);
  const std::vector<bool> left_out(tree->size());
  HtmlInlineWriter writer(*tree, left_out);
  writer.Append(0);
  return writer.Take();
}

TEST(HtmlInlineWriter, WritesLinksToOtherPages) {
  EXPECT_EQ(Inline("see <a href='/law'>the law</a>, it"), "see [the law](/law), it");
  EXPECT_EQ(Inline("a<a href=x> b </a>c"), "a [b](x) c");
  EXPECT_EQ(Inline("<a href='a b(c)'>x</a>"), "[x](a%20b%28c%29)");
  EXPECT_EQ(Inline("<a href=x></a>y"), "y");
}

TEST(HtmlInlineWriter, WritesOtherLinksAsTheirText) {
  EXPECT_EQ(
      Inline(
          "<a href='#x'>a</a> <a name=y>b</a> <a href=' java\nscript:alert(1)'>c</a> <a href='data:x'>d</a>"),
      "a b c d");
}

TEST(HtmlInlineWriter, WritesPicturesThatHaveAText) {
  EXPECT_EQ(Inline("<img src=a.png alt='The  seal'> <img src=b.png> <img src='data:x' alt=c>"),
            "![The seal](a.png) c");
  EXPECT_EQ(Inline("<a href=x><img src=a alt=b></a>"), "[b](x)");
}

TEST(HtmlInlineWriter, RaisesAndLowers) {
  EXPECT_EQ(Inline("10 m<sup>2</sup>, 21<sup>st</sup>, H<sub>2</sub>O, 5<sup>1-2</sup>"),
            "10 m², 21st, H₂O, 5^(1-2)");
}

TEST(HtmlInlineWriter, MarksStruckTextAndQuotations) {
  EXPECT_EQ(Inline("a <del>b <b>c</b></del> <s> </s><q>d</q>"), "a ~~b c~~ “d”");
}

TEST(HtmlInlineWriter, DoesNotMarkTypeFaces) { EXPECT_EQ(Inline("<b>a</b> <i>b</i><em>c</em>"), "a bc"); }

TEST(HtmlInlineWriter, EscapesWhatWouldBeAMark) {
  EXPECT_EQ(Inline("*a* 2 * 3 _b_ c_d `e` ~~f~~"), "\\*a\\* 2 * 3 \\_b\\_ c_d \\`e\\` \\~\\~f\\~\\~");
  EXPECT_EQ(Inline("[a](b) [c] d\\e \\* &lt;b> 1 &lt; 2 &amp;copy; R&amp;D"),
            "[a]\\(b) [c] d\\e \\\\\\* \\<b> 1 < 2 \\&copy; R&D");
  EXPECT_EQ(Inline("[1]<a href=x>2</a>!<a href=y>[3]</a>"), "[1\\][2](x)\\![\\[3\\]](y)");
}

TEST(HtmlInlineWriter, WhatIsWrittenReadsAsThePage) {
  for (const char* text :
       {"*a*", "_a_ b_c", "`x`", "[a](b)", "[a][b]", "![a](b)", "<b>", "<!-- x -->", "&lt; &amp;", "\\*",
        "a\\", "~~x~~", "2 * 3 * 4", "R*123-4", "<https://x.y>", "* _ ~ [ ] ( ) < > & \\ `"}) {
    std::string html;
    for (const char* c = text; *c != '\0'; ++c)
      html += *c == '<' ? "&lt;" : *c == '&' ? "&amp;" : std::string(1, *c);
    EXPECT_EQ(PlainInline(Inline(html)), text);
  }
}

TEST(EscapeLineStart, LeavesParagraphsAlone) {
  for (const char* line :
       {"", "a", "#a", "####### a", "-a", "5. a", "(1) a", "_a_", "=a", "~~a~~", "*a", "[a]"}) {
    EXPECT_EQ(EscapeLineStart(line), line);
  }
}

}  // namespace
}  // namespace muragat::import
