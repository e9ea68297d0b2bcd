#include "import/markdown_blocks.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

// The headings of `text` as "level:content", with line ends shown as "|".
std::string Headings(const std::string& text) {
  std::string all;
  for (const MarkdownHeading& heading : FindMarkdownHeadings(text, 0, 1000)) {
    std::string content = text.substr(heading.content_begin, heading.content_end - heading.content_begin);
    for (char& c : content) {
      if (c == '\n') c = '|';
    }
    all += (all.empty() ? "" : " ") + std::to_string(heading.level) + ":" + content;
  }
  return all;
}

TEST(FindMarkdownHeadings, AtxHeadingsHaveOneToSixMarksAndABlank) {
  EXPECT_EQ(Headings("# a\n## b\n### c\n#### d\n##### e\n###### f\n"), "1: a 2: b 3: c 4: d 5: e 6: f");
  EXPECT_EQ(Headings("####### a\n"), "");
  EXPECT_EQ(Headings("#hashtag\n#5 bolt\n"), "");
  EXPECT_EQ(Headings("\\# a\n"), "");
  EXPECT_EQ(Headings("#\ta\n"), "1:\ta");
  EXPECT_EQ(Headings("#\n##  \n"), "1: 2:");
}

TEST(FindMarkdownHeadings, AtxHeadingsAreIndentedAtMostThreeBlanks) {
  EXPECT_EQ(Headings(" # a\n  ## b\n   ### c\n"), "1: a 2: b 3: c");
  EXPECT_EQ(Headings("    # a\n\t# b\n"), "");
  EXPECT_EQ(Headings("foo\n    # bar\n"), "");
}

TEST(FindMarkdownHeadings, ClosingMarksAreNoContent) {
  EXPECT_EQ(Headings("## a ##\n# b ####   \n"), "2: a  1: b ");
  EXPECT_EQ(Headings("# a#\n### b ### c\n# d \\#\n"), "1: a# 3: b ### c 1: d \\#");
  EXPECT_EQ(Headings("### ###\n"), "3: ");
}

TEST(FindMarkdownHeadings, AtxHeadingsInterruptParagraphs) { EXPECT_EQ(Headings("a\n# b\nc\n"), "1: b"); }

TEST(FindMarkdownHeadings, SetextHeadingsTakeTheWholeParagraph) {
  EXPECT_EQ(Headings("a\n===\nb\n-\n"), "1:a| 2:b|");
  EXPECT_EQ(Headings("a\nb\n   ====  \n"), "1:a|b|");
  EXPECT_EQ(Headings("  a\nb\t\n----\n"), "2:  a|b\t|");
  EXPECT_EQ(Headings("x\n\na\n===\n"), "1:a|");
}

TEST(FindMarkdownHeadings, AnUnderlineNeedsAParagraphAndNothingElse) {
  EXPECT_EQ(Headings("a\n\n---\n\n===\n"), "");
  EXPECT_EQ(Headings("# a\n---\n"), "1: a");
  EXPECT_EQ(Headings("---\n---\n"), "");
  EXPECT_EQ(Headings("a\n= =\n--- -\n"), "");
  EXPECT_EQ(Headings("a\n    ---\n"), "");
  EXPECT_EQ(Headings("    a\n---\n"), "");
  EXPECT_EQ(Headings("***\n---\n"), "");
  EXPECT_EQ(Headings("a\n***\nb\n===\n"), "1:b|");
}

TEST(FindMarkdownHeadings, NotUnderListItemsAndQuotes) {
  EXPECT_EQ(Headings("- a\n---\n"), "");
  EXPECT_EQ(Headings("- a\nb\n===\n"), "");
  EXPECT_EQ(Headings("> a\n---\n"), "");
  EXPECT_EQ(Headings("> a\nb\n---\n"), "");
  EXPECT_EQ(Headings("1. a\n===\n"), "");
  EXPECT_EQ(Headings("- a\n\nb\n===\n"), "1:b|");
  EXPECT_EQ(Headings("> a\n\nb\n===\n"), "1:b|");
}

TEST(FindMarkdownHeadings, WhatStandsInAnItemBelongsToIt) {
  EXPECT_EQ(Headings("- a\n\n  # b\n\n# c\n"), "1: c");
  EXPECT_EQ(Headings("10. a\n\n    b\n    ---\n\nc\n---\n"), "2:c|");
  EXPECT_EQ(Headings("- # a\n"), "");
  EXPECT_EQ(Headings("> # a\n"), "");
  EXPECT_EQ(Headings("- ```\n  # a\n\n  # b\n# c\n"), "1: c");
  EXPECT_EQ(Headings("-\n\n  # a\n"), "1: a");
}

TEST(FindMarkdownHeadings, OnlyAListFromOneInterruptsAParagraph) {
  EXPECT_EQ(Headings("a\n2. b\n===\n"), "1:a|2. b|");
  EXPECT_EQ(Headings("a\n1. b\n===\n"), "");
  EXPECT_EQ(Headings("a\n1)\n===\n"), "1:a|1)|");
  EXPECT_EQ(Headings("10. a\n===\n"), "");
  EXPECT_EQ(Headings("1234567890. a\n===\n"), "1:1234567890. a|");
  EXPECT_EQ(Headings("2022.b\n===\n"), "1:2022.b|");
}

TEST(FindMarkdownHeadings, NotInFencedCode) {
  EXPECT_EQ(Headings("```\n# a\n```\n# b\n"), "1: b");
  EXPECT_EQ(Headings("~~~~ info ~\n# a\n~~~\n```\n~~~~~\n# b\n"), "1: b");
  EXPECT_EQ(Headings("```\n# a\n``` no\n    ```\n# b\n   ```\n# c\n"), "1: c");
  EXPECT_EQ(Headings("``` a`b\n# c\n"), "1: c");
  EXPECT_EQ(Headings("``\n# a\n"), "1: a");
  EXPECT_EQ(Headings("```\n# never closed\n"), "");
  EXPECT_EQ(Headings("a\n```\nb\n```\n---\n"), "");
}

TEST(FindMarkdownHeadings, NotInHtml) {
  EXPECT_EQ(Headings("<!-- # x\n\n# a\n\nb\n=== -->\n# c\n"), "1: c");
  EXPECT_EQ(Headings("<!-- x -->\n# a\n"), "1: a");
  EXPECT_EQ(Headings("<pre>\n\n# a\n</PRE>\n# b\n"), "1: b");
  EXPECT_EQ(Headings("<script>\n# a\n\n# b\n</script>\n# c\n"), "1: c");
  EXPECT_EQ(Headings("<div>\n# a\n\n# b\n</div>\n"), "1: b");
  EXPECT_EQ(Headings("<a name=\"x\">\n# a\n\n# b\n"), "1: b");
  EXPECT_EQ(Headings("text <!--\n# a\n"), "1: a");
  EXPECT_EQ(Headings("text\n<a>\n===\n"), "1:text|<a>|");
  EXPECT_EQ(Headings("<b>bold</b> text\n===\n"), "1:<b>bold</b> text|");
  EXPECT_EQ(Headings("<https://example.org>\n===\n"), "1:<https://example.org>|");
}

TEST(FindMarkdownHeadings, DefinitionsAreNoParagraphs) {
  EXPECT_EQ(Headings("[a]: https://example.org\n---\n"), "");
  EXPECT_EQ(Headings("[a](https://example.org)\n---\n"), "2:[a](https://example.org)|");
}

TEST(FindMarkdownHeadings, StopsOneBeyondTheLimit) {
  EXPECT_EQ(FindMarkdownHeadings("# a\n# b\n# c\n# d\n", 0, 2).size(), 3u);
}

TEST(FindMarkdownHeadings, StandsWhereItIs) {
  const std::string text = "a\n\nb\nc\n---\nd\n";
  const auto headings = FindMarkdownHeadings(text, 0, 10);
  ASSERT_EQ(headings.size(), 1u);
  EXPECT_EQ(headings[0].begin, 3u);
  EXPECT_EQ(headings[0].end, 11u);
}

}  // namespace
}  // namespace muragat::import
