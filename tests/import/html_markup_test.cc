#include "import/html_markup.h"

#include <gtest/gtest.h>

#include "import/html_tag.h"

namespace muragat::import {
namespace {

std::string Markup(std::string_view page) {
  const auto markup = ReadHtmlMarkup(page);
  return markup.ok() ? markup->text : "refused: " + markup.status().message();
}

TEST(ReadHtmlTag, ReadsNamesAttributesAndEnds) {
  const HtmlTagToken tag = ReadHtmlTag("<DIV a=1 b='>' c = \"<\" d/>x");
  EXPECT_EQ(tag.name, "div");
  EXPECT_EQ(tag.attributes, 4u);
  EXPECT_TRUE(tag.self_closing);
  EXPECT_EQ(tag.size_bytes, 26u);
  EXPECT_TRUE(ReadHtmlTag("</p >").end_tag);
  EXPECT_EQ(ReadHtmlTag("<a href=x/>").self_closing, false);
  for (const char* text : {"<", "< p>", "<1>", "</>", "</ p>", "<!p>", "p"})
    EXPECT_EQ(ReadHtmlTag(text).name, "") << text;
  EXPECT_EQ(ReadHtmlTag("<p title='").size_bytes, std::string_view::npos);
}

TEST(HtmlTagValue, IsThatOfTheFirstAttributeOfTheName) {
  EXPECT_EQ(HtmlTagValue("<script TYPE='a/b' type=c>", "type"), "a/b");
  EXPECT_EQ(HtmlTagValue("<script src=x>", "type"), "");
}

TEST(ReadHtmlMarkup, KeepsTagsAndText) {
  EXPECT_EQ(Markup("<!DOCTYPE html><p class='a'>x &lt; y</P>"), "<!DOCTYPE html><p class='a'>x &lt; y</p>");
}

TEST(ReadHtmlMarkup, LeavesOutWhatHoldsNoText) {
  EXPECT_EQ(Markup("a<script>if (x<y) '<div>'</script>b"), "ab");
  EXPECT_EQ(Markup("a<style>p > q {}</style >b"), "ab");
  EXPECT_EQ(Markup("a<!-- <p> -- > -->b<!-->c<!--->d<!-- x --!>e"), "abcde");
  EXPECT_EQ(Markup("a<noscript><p>on</p></noscript>b<iframe><p></iframe>c<textarea><p></textarea>d"), "abcd");
  EXPECT_EQ(Markup("a<svg><title>t</title><path/><svg/></svg>b"), "ab");
  EXPECT_EQ(Markup("a<template><p>x<template>y</template></p></template>b"), "ab");
  EXPECT_EQ(Markup("a<select><option>1<option>2</select>b"), "ab");
  EXPECT_EQ(Markup("a<?php x?>b<![CDATA[c]]>d</ x>e"), "abde");
}

TEST(ReadHtmlMarkup, ADrawingThatIsNotClosedEndsAtTheNextBlock) {
  EXPECT_EQ(Markup("a<svg><g>x<p>b"), "a<p>b");
  EXPECT_EQ(Markup("a<svg><foreignObject><p>x</p></foreignObject></svg>b"), "ab");
}

TEST(ReadHtmlMarkup, AScriptEndsWhereHtmlSays) {
  EXPECT_EQ(Markup("<script><!-- <script> </script> --> </script>a"), "a");
  EXPECT_EQ(Markup("<script><!-- x </script>a"), "a");
  EXPECT_EQ(Markup("<script>var a = '</scripting>';</SCRIPT\n>a"), "a");
  EXPECT_EQ(Markup("<script>never closed <p>"), "");
}

TEST(ReadHtmlMarkup, WhatIsNoTagIsText) {
  EXPECT_EQ(Markup("a < b <3 <"), "a &lt; b &lt;3 &lt;");
  EXPECT_EQ(Markup("<<!---->p>"), "&lt;p>");
  EXPECT_EQ(Markup("a<p title='"), "a");
}

TEST(ReadHtmlMarkup, TextWithoutMarkupIsKeptAsText) {
  EXPECT_EQ(Markup("<title>a <b> &amp; c</title>"), "<title>a &lt;b> &amp; c</title>");
  EXPECT_EQ(Markup("<xmp><p> &amp;</xmp>a"), "<pre>&lt;p> &amp;amp;</pre>a");
  EXPECT_EQ(Markup("<plaintext><p></plaintext>"), "<pre>&lt;p>&lt;/plaintext></pre>");
}

TEST(ReadHtmlMarkup, FormulasKeepTheirLettersAndLoseTheirNames) {
  EXPECT_EQ(Markup("<math><mi>x</mi><mspace/><mo>=</mo></math>"), "<mi>x</mi><mo>=</mo>");
}

TEST(ReadHtmlMarkup, HandsOverLinkedData) {
  const auto markup =
      ReadHtmlMarkup("<script type='application/ld+json'>{\"a\":1}</script><script>x</script>");
  ASSERT_TRUE(markup.ok());
  ASSERT_EQ(markup->linked_data.size(), 1u);
  EXPECT_EQ(markup->linked_data[0], "{\"a\":1}");
}

}  // namespace
}  // namespace muragat::import
