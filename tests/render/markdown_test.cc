#include "muragat/render/markdown.h"

#include <gtest/gtest.h>

#include "tests/render/markup_html.h"

namespace muragat {
namespace {

std::string Html(std::string_view text, const MarkdownOptions& options = {}) {
  MarkupList out;
  EXPECT_TRUE(AppendMarkdown(out, text, options).ok());
  return MarkupHtml(out);
}

TEST(AppendMarkdown, MakesParagraphsWithInlineMarkup) {
  EXPECT_EQ(Html("One *two* **three** `four` ~~five~~\nsix\n\nseven"),
            "<p>One <em>two</em> <strong>three</strong> <code>four</code> <s>five</s>\nsix</p><p>seven</p>");
}

TEST(AppendMarkdown, PassesNoHtml) {
  EXPECT_EQ(Html("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
  EXPECT_EQ(Html("a <img src=x onerror=alert(1)> b"), "<p>a &lt;img src=x onerror=alert(1)&gt; b</p>");
}

TEST(AppendMarkdown, LinksOutsideByKnownSchemesOnly) {
  EXPECT_EQ(Html("[law](https://example.org/a?b=1&c=2)"),
            "<p><a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">law</a></p>");
  EXPECT_EQ(Html("[x](javascript:alert(1))"), "<p>x</p>");
  EXPECT_EQ(Html("[x](&#106;avascript:alert(1))"), "<p>x</p>");
  EXPECT_EQ(Html("[x](data:text/html,y) [z](/local) [w](//host/)"), "<p>x z w</p>");
}

TEST(AppendMarkdown, LinksInsideWhereASectionIsFound) {
  const MarkdownOptions options{.find_fragment = [](std::string_view fragment) -> std::optional<std::string> {
    if (fragment == "past-elections") return "#s7";
    return std::nullopt;
  }};
  EXPECT_EQ(Html("[a](#past-elections) [b](#nowhere)", options), "<p><a href=\"#s7\">a</a> b</p>");
}

TEST(AppendMarkdown, LeavesOutALinkWithoutText) {
  EXPECT_EQ(Html("[](https://example.org/)Rights"), "<p>Rights</p>");
}

TEST(AppendMarkdown, ShowsAnImageAsItsDescription) {
  EXPECT_EQ(Html("![The hall](https://example.org/hall.png)"),
            "<p><span class=\"image\">The hall</span></p>");
}

TEST(AppendMarkdown, KeepsTheNumbersThatAListHasInItsSource) {
  EXPECT_EQ(Html("3) three\n5) five\n5) five again"),
            "<ol class=\"paren\"><li value=\"3\">three</li><li value=\"5\">five</li><li value=\"5\">five "
            "again</li></ol>");
}

TEST(AppendMarkdown, NestsListsWithTheirOwnNumbers) {
  EXPECT_EQ(
      Html("1. one\n\n   4. four\n\n- bullet"),
      "<ol><li value=\"1\"><p>one</p><ol><li value=\"4\">four</li></ol></li></ol><ul><li>bullet</li></ul>");
}

TEST(AppendMarkdown, MakesATableThatScrollsAndMayBeFocused) {
  EXPECT_EQ(
      Html("| a | b |\n|---|--:|\n| 1 | 2 |"),
      "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr><th>a</th><th class=\"end\">b</th></tr></thead>"
      "<tbody><tr><td>1</td><td class=\"end\">2</td></tr></tbody></table></div>");
}

TEST(AppendMarkdown, PutsAHeadingBelowItsSection) {
  EXPECT_EQ(Html("# Rights", {.heading_level = 2, .find_fragment = {}}), "<h3>Rights</h3>");
  EXPECT_EQ(Html("### Rights", {.heading_level = 5, .find_fragment = {}}), "<h6>Rights</h6>");
}

TEST(AppendMarkdown, MakesQuotesRulesCodeAndBreaks) {
  EXPECT_EQ(Html("> said  \n> so\n\n***\n\n```\na <b>\n```"),
            "<blockquote><p>said<br>so</p></blockquote><hr><pre tabindex=\"0\">a &lt;b&gt;\n</pre>");
}

TEST(AppendMarkdown, TakesIndentedLinesForText) { EXPECT_EQ(Html("      Article 5"), "<p>Article 5</p>"); }

TEST(AppendMarkdown, ReadsEntities) { EXPECT_EQ(Html("A&nbsp;&lt;&#1178;"), "<p>A\u00A0&lt;Қ</p>"); }

TEST(AppendMarkdown, KeepsTheEndOfATeaserAsText) {
  EXPECT_EQ(Html("in May 2020 under th... Read more"), "<p>in May 2020 under th... Read more</p>");
}

TEST(AppendMarkdown, NestsAtMostSixtyFourElementsAndLosesNoText) {
  const std::string html = Html(std::string(500, '>') + " deep");
  size_t quotes = 0;
  for (size_t at = 0; (at = html.find("<blockquote>", at)) != std::string::npos; ++at) ++quotes;
  EXPECT_EQ(quotes, 63U);
  EXPECT_NE(html.find("deep"), std::string::npos);
}

}  // namespace
}  // namespace muragat
