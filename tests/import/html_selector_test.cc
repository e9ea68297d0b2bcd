#include "import/html_selector.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

// The ids of what `selector` names in a small page, each followed by a space; or the failure.
std::string Found(std::string_view selector, std::string_view body) {
  const auto tree = HtmlTree::Parse(body);
  const auto read = HtmlSelector::Parse(selector);
  if (!read.ok()) return read.status().message();
  std::string ids;
  for (const uint32_t i : read->Find(*tree)) ids += std::string(tree->Attribute(i, "id")) + " ";
  return ids;
}

constexpr std::string_view kPage =
    "<main id=m class='text wide'><div id=d1 class=text><p id=p1 lang=kk>a</p><div id=d2><p id=p2 data-x='a "
    "b'>b</p></div>"
    "</div></main><p id=p3 class=text>c</p>";

TEST(HtmlSelector, NamesTypesIdsClassesAndAttributes) {
  EXPECT_EQ(Found("p", kPage), "p1 p2 p3 ");
  EXPECT_EQ(Found("P", kPage), "p1 p2 p3 ");
  EXPECT_EQ(Found("#p2", kPage), "p2 ");
  EXPECT_EQ(Found("p.text", kPage), "p3 ");
  EXPECT_EQ(Found(".text.wide", kPage), "m ");
  EXPECT_EQ(Found("[lang]", kPage), "p1 ");
  EXPECT_EQ(Found("p[lang=kk]", kPage), "p1 ");
  EXPECT_EQ(Found("[ data-x = \"a b\" ]", kPage), "p2 ");
  EXPECT_EQ(Found("[lang=ru]", kPage), "");
}

TEST(HtmlSelector, NamesDescendantsChildrenAndLists) {
  EXPECT_EQ(Found("main p", kPage), "p1 p2 ");
  EXPECT_EQ(Found("#d1 > p", kPage), "p1 ");
  EXPECT_EQ(Found("#d1>p", kPage), "p1 ");
  EXPECT_EQ(Found("main > p", kPage), "");
  EXPECT_EQ(Found("main > div p", kPage), "p1 p2 ");
  EXPECT_EQ(Found("#p3, #p1", kPage), "p1 p3 ");
  EXPECT_EQ(Found("body > *", kPage), "m p3 ");
}

TEST(HtmlSelector, WhatLiesInAnotherIsFoundWithIt) {
  EXPECT_EQ(Found(".text", kPage), "m p3 ");
  EXPECT_EQ(Found("div", kPage), "d1 ");
}

TEST(HtmlSelector, AChildIsLookedForBehindEveryAncestor) {
  EXPECT_EQ(Found("div > div > p", "<div><div><div><p id=x>a</p></div></div></div>"), "x ");
  EXPECT_EQ(Found("section div > p", "<section><div><span><div><p id=x>a"), "x ");
}

TEST(HtmlSelector, TakesEscapedCharacters) { EXPECT_EQ(Found("#a\\:b", "<p id='a:b'>x"), "a:b "); }

TEST(HtmlSelector, RefusesWhatItDoesNotUnderstand) {
  for (const char* selector : {"", " ", "p:first-child", "p + p", "p ~ p", "[a^=b]", "[a", "[=b]", "p >",
                               "> p", "p,,q", "p,", ".", "#", "p!", "[a='b]", "[a=]", "a|b", "p::before"}) {
    EXPECT_EQ(HtmlSelector::Parse(selector).status().code(), StatusCode::kInvalidArgument) << selector;
  }
  std::string many = "p";
  for (int i = 0; i < 32; ++i) many += " p";
  EXPECT_FALSE(HtmlSelector::Parse(many).ok());
  EXPECT_EQ(HtmlSelector::Parse("p:x").status().message(),
            "the selector \"p:x\" cannot be read: ':' is not understood: types, #id, .class, [attribute], "
            "[attribute=value], spaces, > and commas are understood");
}

}  // namespace
}  // namespace muragat::import
