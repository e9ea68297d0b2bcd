#include "import/wikitext.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

// A line a section: depth, title and how many bytes its slices have.
std::string Tree(std::string_view text) {
  const auto document = ReadWikitext(text);
  if (!document.ok()) return document.status().message();
  EXPECT_EQ(document->Text(), text);
  std::string tree;
  for (const Section& section : document->sections) {
    tree += std::string(section.depth_levels, '>') + section.title + "|" +
            std::to_string(section.heading.size()) + "+" + std::to_string(section.body.size()) + "\n";
  }
  return tree;
}

TEST(Wikitext, IsCutAtHeadings) {
  EXPECT_EQ(Tree("Lead.\n== A ==\na\n=== B ===\nb\n== C ==\n"), "|0+6\nA|8+2\n>B|10+2\nC|8+0\n");
  EXPECT_EQ(Tree("= Top =\n\n==Sub==\n"), "Top|8+1\n>Sub|8+0\n");
  EXPECT_EQ(Tree("\n\n== Late ==\r\nx"), "Late|14+1\n");
  EXPECT_EQ(Tree("no heading"), "|0+10\n");
  EXPECT_EQ(Tree(""), "|0+0\n");
}

TEST(Wikitext, AHeadingHasItsSignsAtBothEnds) {
  EXPECT_EQ(Tree("== A\n"), "|0+5\n");
  EXPECT_EQ(Tree(" == A ==\n"), "|0+9\n");
  EXPECT_EQ(Tree("== A == b\n"), "|0+10\n");
  EXPECT_EQ(Tree("==== \n"), "|0+6\n");
  EXPECT_EQ(Tree("== A === <!-- why --> \n"), "A =|23+0\n");
  EXPECT_EQ(Tree("======= A =======\n"), "= A =|18+0\n");
}

TEST(Wikitext, NoHeadingStandsWhereNoWikitextDoes) {
  EXPECT_EQ(Tree("<!--\n== A ==\n-->\n"), "|0+17\n");
  EXPECT_EQ(Tree("<nowiki>\n== A ==\n</nowiki>\n"), "|0+27\n");
  EXPECT_EQ(Tree("<PRE style='x'>\n== A ==\n</pre>\n"), "|0+31\n");
  EXPECT_EQ(Tree("<nowiki />\n== A ==\n"), "|0+11\nA|8+0\n");
  EXPECT_EQ(Tree("<nowiki>\n== A ==\n"), "|0+9\nA|8+0\n") << "never closed";
  EXPECT_EQ(Tree("<prefix>\n== A ==\n"), "|0+9\nA|8+0\n");
}

TEST(Wikitext, ATitleIsWhatAPersonReads) {
  const auto title = [](const std::string& heading) {
    return ReadWikitext("==" + heading + "==\n")->sections.front().title;
  };
  EXPECT_EQ(title("'''Bold''' and ''italic''"), "Bold and italic");
  EXPECT_EQ(title("[[Law|the law]] of [[Rome]]"), "the law of Rome");
  EXPECT_EQ(title("[https://example.org a page]"), "a page");
  EXPECT_EQ(title("[1] < 2<sup>nd</sup>"), "[1] < 2nd");
  EXPECT_EQ(title("Open [[link"), "Open [[link");
  EXPECT_EQ(title("§ 5. Голосование"), "§ 5. Голосование");
}

TEST(Wikitext, AMillionOpenTagsTakeNoMoreThanOnePass) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "<nowiki>[[";
  EXPECT_EQ(ReadWikitext(text)->sections.size(), 1u);
}

TEST(Wikitext, HasLimits) {
  Limits limits;
  limits.max_sections = 2;
  EXPECT_FALSE(ReadWikitext("==A==\n==B==\n==C==\n", limits).ok());
  EXPECT_FALSE(ReadWikitext(std::string_view("a\0b", 3)).ok());
}

}  // namespace
}  // namespace muragat::import
