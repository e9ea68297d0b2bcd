#include "import/html_markdown.h"

#include <gtest/gtest.h>

#include "import/html.h"
#include "import/markdown.h"

namespace muragat::import {
namespace {

// What is written of all of a page's body.
std::string Written(std::string_view body) {
  const auto page = ReadHtmlText(body, {.select = "body"});
  return page.ok() ? page->document.Text() : "refused: " + page.status().message();
}

TEST(WriteHtmlAsMarkdown, PartsParagraphs) {
  EXPECT_EQ(Written("<p>One  two\n three</p>four<div>five<p>six"), "One two three\n\nfour\n\nfive\n\nsix\n");
  EXPECT_EQ(Written("<p>&nbsp;</p><p>&nbsp;&nbsp;a&nbsp;b</p>"), "a\u00a0b\n");
}

TEST(WriteHtmlAsMarkdown, BreaksLines) {
  EXPECT_EQ(Written("<p>a<br>b<br/>c"), "a  \nb  \nc\n");
  EXPECT_EQ(Written("<p>a<br><br>b<br>"), "a\n\nb\n");
}

TEST(WriteHtmlAsMarkdown, WritesHeadingsOfAllSorts) {
  EXPECT_EQ(Written("<h1>A <a href=/x>b</a><br>c</h1><h3> </h3><h6>d#</h6>"), "# A b c\n\n###### d\\#\n");
  EXPECT_EQ(Written("<div role=heading aria-level=3>a</div><span role=heading>b</span>"), "### a\n\n## b\n");
  EXPECT_EQ(Written("<ul><li><h2>a</h2>b</ul>"), "## a\n\nb\n");
  EXPECT_EQ(Written("<blockquote><h2>a</h2>b</blockquote>"), "## a\n\nb\n");
  EXPECT_EQ(Written("<table><tr><td><h2>a</h2><td>b<tr><td>c<td>d</table>"), "## a\n\nb\n\nc d\n");
}

TEST(WriteHtmlAsMarkdown, WritesListsWithTheirNumbers) {
  EXPECT_EQ(Written("<p>a<ul><li>b<li>c<ol start=3><li>d<li value=7>e</ol></ul>f"),
            "a\n\n- b\n- c\n  3. d\n  7. e\n\nf\n");
  EXPECT_EQ(Written("<ol type=a><li>x<li>y</ol><ol type=I start=4><li>z</ol>"), "a. x\n\nb. y\n\nIV. z\n");
  EXPECT_EQ(Written("<ul><li><p>a<p>b<li>c<li></ul>"), "- a\n\n  b\n- c\n");
  EXPECT_EQ(Written("<dl><dt>a<dd>b</dl>"), "a\n\nb\n");
}

TEST(WriteHtmlAsMarkdown, WritesTables) {
  EXPECT_EQ(Written("<table><caption>T</caption><tr><th>a<th>b|c<tr><td>1<td><p>2<p>3</table>"),
            "T\n\n| a | b\\|c |\n|---|---|\n| 1 | 2 3 |\n");
  EXPECT_EQ(Written("<table><tr><td colspan=2>a<tr><td>1<td>2</table>"), "| a | |\n|---|---|\n| 1 | 2 |\n");
}

TEST(WriteHtmlAsMarkdown, WritesWhatATableOnlyPlacesAsParagraphs) {
  EXPECT_EQ(Written("<table><tr><td>a<td>bcd</table>"), "a bcd\n");
  EXPECT_EQ(Written("<table><tr><td>a<tr><td>b</table>"), "a\n\nb\n");
  EXPECT_EQ(Written("<table role=presentation><tr><td>(1)<td><p>b<p>c<tr><td>(2)<td></table>"),
            "(1) b\n\nc\n\n(2)\n");
  EXPECT_EQ(Written("<table><tr><td>-<td><ul><li>b</ul></table>"), "\\-\n\n- b\n");
  EXPECT_EQ(Written("<table><tr><td><table><tr><td>x<td>y<tr><td>1<td>2</table><td>z</table>"),
            "| x | y |\n|---|---|\n| 1 | 2 |\n\nz\n");
}

TEST(WriteHtmlAsMarkdown, WritesQuotesAndPreformattedText) {
  EXPECT_EQ(Written("<blockquote><p>a<p>b</blockquote>c"), "> a\n>\n> b\n\nc\n");
  EXPECT_EQ(Written("<pre>\n a\n# b\n</pre>"), "```\n a\n# b\n```\n");
  EXPECT_EQ(Written("<pre>```</pre>"), "````\n```\n````\n");
}

TEST(WriteHtmlAsMarkdown, EscapesWhatWouldBeAMark) {
  EXPECT_EQ(Written("<p># a<p>- b<p>&gt; c<p>===<p>+ d<p>--- <p>1. e<p>#5"),
            "\\# a\n\n\\- b\n\n\\> c\n\n\\===\n\n\\+ d\n\n\\---\n\n1. e\n\n#5\n");
  EXPECT_EQ(Written("<p>a<br># b<br>---"), "a  \n\\# b  \n\\---\n");
  EXPECT_EQ(Written("<p>[a]: b<p>[Not Funded] c"), "\\[a]: b\n\n[Not Funded] c\n");
}

TEST(WriteHtmlAsMarkdown, AHeadingIsCutAsThePageHasIt) {
  const auto page =
      ReadHtmlText("<h1>The *Act*</h1><p># no heading</p><h2>§ 1 &lt;b&gt; [x](y) R&amp;D _a_</h2>text");
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->document.sections.size(), 2u);
  EXPECT_EQ(page->document.sections[0].title, "The *Act*");
  EXPECT_EQ(page->document.sections[1].title, "§ 1 <b> [x](y) R&D _a_");
  EXPECT_EQ(page->document.sections[1].depth_levels, 1u);
}

TEST(WriteHtmlAsMarkdown, KeepsToTheLimitOfATextBeforeItIsWritten) {
  EXPECT_FALSE(ReadHtmlText("<p>12345", {}, {.max_text_bytes = 4}).ok());
  EXPECT_FALSE(ReadHtmlText("<p>1<p>2<p>3", {}, {.max_text_bytes = 6}).ok());
  EXPECT_TRUE(ReadHtmlText("<p>1<p>2<p>3", {}, {.max_text_bytes = 8}).ok());
}

}  // namespace
}  // namespace muragat::import
