#include "import/html_nesting.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "import/html_markup.h"
#include "import/html_tree.h"
#include "tests/support/random.h"

namespace muragat::import {
namespace {

std::string Repeat(std::string_view text, size_t times) {
  std::string all;
  for (; times > 0; --times) all += text;
  return all;
}

std::string RefusalOf(const std::string& page) { return ReadHtmlMarkup(page).status().message(); }

size_t DeepestOf(std::string_view tags) {
  HtmlNesting nesting;
  for (size_t at = 0; at < tags.size();) {
    const size_t end = tags.find('>', at);
    const std::string_view tag = tags.substr(at, end + 1 - at);
    tag[1] == '/' ? nesting.Close(tag.substr(2, tag.size() - 3))
                  : nesting.Open(tag.substr(1, tag.size() - 2), tag, 0);
    at = end + 1;
  }
  return nesting.deepest();
}

TEST(HtmlNesting, WhatHtmlClosesByItselfIsNotNested) {
  EXPECT_EQ(DeepestOf(Repeat("<p>", 1000)), 1u);
  EXPECT_EQ(DeepestOf("<ul>" + Repeat("<li>", 1000)), 2u);
  EXPECT_EQ(DeepestOf("<dl>" + Repeat("<dt><dd>", 1000)), 2u);
  EXPECT_LE(DeepestOf("<table>" + Repeat("<tr><td><td>", 1000)), 4u);
  EXPECT_EQ(DeepestOf(Repeat("<br><img><hr>", 1000)), 0u);
  EXPECT_EQ(DeepestOf(Repeat("<td><tr>", 1000)), 0u);
  EXPECT_LE(DeepestOf(Repeat("<p><font>", 1000)), 8u);
}

TEST(HtmlNesting, WhatStaysOpenIs) {
  EXPECT_EQ(DeepestOf(Repeat("<div>", 100)), 100u);
  EXPECT_EQ(DeepestOf(Repeat("<div></div>", 100)), 1u);
  EXPECT_EQ(DeepestOf(Repeat("<form><div></form>", 100)), 101u);
  EXPECT_GE(DeepestOf(Repeat("<b><div></b>", 100)), 100u);
  EXPECT_GE(DeepestOf(Repeat("<table><tr><td>", 50)), 150u);
}

TEST(HtmlNesting, RefusesWhatIsTooDeep) {
  EXPECT_EQ(RefusalOf(Repeat("<div>", 512) + "x"), "");
  EXPECT_EQ(RefusalOf(Repeat("<div>", 513)),
            "the page is too much for the HTML reader: elements are nested deeper than 512");
  std::string fonts;
  for (int i = 0; i < 600; ++i) fonts += "<p><font size=" + std::to_string(i) + ">";
  EXPECT_NE(RefusalOf(fonts), "");
}

TEST(HtmlNesting, RefusesWhatIsTooMuch) {
  EXPECT_NE(RefusalOf(Repeat("<div>", 510) + Repeat("<i></i>", 1'000'000)), "");
  std::string attributes = "<p";
  for (int i = 0; i < 600; ++i) attributes += " a" + std::to_string(i);
  EXPECT_EQ(RefusalOf(attributes + ">"),
            "the page is too much for the HTML reader: a tag has more than 512 attributes");
  std::string bodies;
  for (int i = 0; i < 60'000; ++i) bodies += "<body a" + std::to_string(i) + ">";
  EXPECT_NE(RefusalOf(bodies), "");
}

// Of pages that nobody wrote, the tree is never much deeper than was said beforehand.
TEST(HtmlNesting, ATreeIsNoDeeperThanWasSaid) {
  support::Random random(20'240'117);
  const std::vector<std::string> names = {
      "a",    "b",    "button", "caption", "center", "dd",      "div",     "dl",     "dt",   "em",
      "font", "form", "h1",     "h2",      "li",     "main",    "nobr",    "object", "ol",   "p",
      "pre",  "rt",   "ruby",   "section", "small",  "span",    "table",   "tbody",  "td",   "tfoot",
      "th",   "tr",   "tt",     "ul",      "x-y",    "address", "marquee", "col",    "html", "body"};
  for (int round = 0; round < 1500; ++round) {
    const size_t kinds = 2 + random.Below(8);
    std::vector<std::string> some;
    for (size_t i = 0; i < kinds; ++i) some.push_back(random.Pick(names));
    const uint32_t closing = 1 + random.Below(4);
    std::string page;
    HtmlNesting nesting;
    for (size_t i = 0; i < 300; ++i) {
      const std::string& name = random.Pick(some);
      if (random.OneIn(closing + 1)) {
        page += "</" + name + ">";
        nesting.Close(name);
      } else {
        const std::string tag = "<" + name + (random.OneIn(3) ? " id=" + std::to_string(i % 50) : "") + ">";
        page += tag;
        nesting.Open(name, tag, 0);
      }
      if (random.OneIn(3)) page += "x";
    }
    const auto tree = HtmlTree::Parse(page);
    ASSERT_TRUE(tree.ok()) << page;
    size_t deepest = 0;
    for (uint32_t i = 0; i < tree->size(); ++i) {
      size_t depth = 0;
      for (uint32_t at = i; at != 0; at = (*tree)[at].parent) ++depth;
      deepest = std::max(deepest, depth);
    }
    ASSERT_LE(deepest, 3 * nesting.deepest() + 8) << page;
  }
}

}  // namespace
}  // namespace muragat::import
