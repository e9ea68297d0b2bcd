#include "muragat/render/body.h"

#include <gtest/gtest.h>

#include "tests/render/markup_html.h"

namespace muragat {
namespace {

TEST(IsMarkdown, HoldsForMarkdownAndForNothingSaid) {
  EXPECT_TRUE(IsMarkdown(""));
  EXPECT_TRUE(IsMarkdown("text/markdown"));
  EXPECT_TRUE(IsMarkdown("text/markdown; charset=utf-8"));
  EXPECT_FALSE(IsMarkdown("text/plain"));
  EXPECT_FALSE(IsMarkdown("text/html"));
}

TEST(FrontMatterSize, CoversBothFences) {
  EXPECT_EQ(FrontMatterSize("---\ntitle: X\n---\nText"), 17U);
  EXPECT_EQ(FrontMatterSize("---\r\na\r\n---\r\n"), 13U);
}

TEST(FrontMatterSize, IsNothingWithoutBothFences) {
  EXPECT_EQ(FrontMatterSize("---\ntitle: X\n"), 0U);
  EXPECT_EQ(FrontMatterSize("Text\n---\n---\n"), 0U);
  EXPECT_EQ(FrontMatterSize("----\na\n----\n"), 0U);
  EXPECT_EQ(FrontMatterSize(""), 0U);
}

TEST(MarkBody, ShowsFrontMatterAsItIsWritten) {
  const Result<MarkupList> body = MarkBody("---\ntitle: <X>\n---\n\nText\n", true);
  ASSERT_TRUE(body.ok());
  EXPECT_EQ(MarkupHtml(*body),
            "<pre class=\"front\" tabindex=\"0\">---\ntitle: &lt;X&gt;\n---</pre><p>Text</p>");
}

TEST(MarkBody, ReadsNoMarkdownInPlainText) {
  const Result<MarkupList> body = MarkBody("1. *one*\n", false);
  ASSERT_TRUE(body.ok());
  EXPECT_EQ(MarkupHtml(*body), "<p class=\"lines\">1. *one*</p>");
}

}  // namespace
}  // namespace muragat
