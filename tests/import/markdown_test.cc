#include "import/markdown.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

// Reads a text that must be readable, checks that the slices are the text, and shows a section a line.
std::string Tree(const std::string& text, std::string* title = nullptr) {
  const Result<Document> document = ReadMarkdown(text);
  if (!document.ok()) return document.status().message();
  EXPECT_EQ(document->Text(), text);
  if (title != nullptr) *title = document->title;
  std::string tree;
  for (const Section& section : document->sections) {
    tree += std::string(2 * section.depth_levels, ' ') + section.title + "\n";
  }
  return tree;
}

std::string TitleOf(const std::string& text) {
  std::string title;
  Tree(text, &title);
  return title;
}

TEST(ReadMarkdown, AFrenchArticleIsOneSectionWithItsNumber) {
  const std::string text = "Article 102\n----\nLe domicile de tout Français est au\nlieu.\n";
  const Result<Document> document = ReadMarkdown(text);
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->sections.size(), 1u);
  const Section& section = document->sections[0];
  EXPECT_EQ(section.heading, "Article 102\n----\n");
  EXPECT_EQ(section.body, "Le domicile de tout Français est au\nlieu.\n");
  EXPECT_EQ(section.title, "Article 102");
  EXPECT_EQ(section.number, "102");
  EXPECT_EQ(section.depth_levels, 0u);
  EXPECT_EQ(document->title, "Article 102");
  EXPECT_EQ(document->language, "und");
}

TEST(ReadMarkdown, DepthIsTheNestingAsItOccurs) {
  EXPECT_EQ(Tree("# A\n### B\n###### C\n## D\n# E\n"), "A\n  B\n    C\n  D\nE\n");
  EXPECT_EQ(Tree("### A\n## B\n# C\n### D\n"), "A\nB\nC\n  D\n");
}

TEST(ReadMarkdown, WhatPrecedesTheFirstHeadingIsAPreamble) {
  EXPECT_EQ(Tree("Some words.\n\n# A\ntext\n"), "\nA\n");
  EXPECT_EQ(Tree("Some words.\n"), "\n");
  EXPECT_EQ(Tree(""), "\n");
}

TEST(ReadMarkdown, BlankLinesAndAByteOrderMarkBeforeTheFirstHeadingBelongToIt) {
  EXPECT_EQ(Tree("\ufeff# A\n"), "A\n");
  EXPECT_EQ(Tree("\n \n# A\n"), "A\n");
  EXPECT_EQ(Tree("\n \n"), "\n");
}

TEST(ReadMarkdown, FrontMatterIsAPreambleAndNoHeading) {
  std::string title;
  EXPECT_EQ(Tree("---\ntitle: DMCA Takedown Policy\nredirect_from:\n  - /dmca/\n---\n\nWelcome.\n\n## What "
                 "is it?\n\nIt.\n",
                 &title),
            "\nWhat is it?\n");
  EXPECT_EQ(title, "What is it?");
  EXPECT_EQ(TitleOf("---\ntitle: DMCA Takedown Policy\n---\n\nWelcome.\n"), "DMCA Takedown Policy");
  EXPECT_EQ(TitleOf("\ufeff---\ntitle: \"A \\\"b\\\"\"\n...\nText.\n"), "A \"b\"");
  EXPECT_EQ(TitleOf("---\r\ntitle: 'It''s'  \r\n---\r\nText.\r\n"), "It's");
}

TEST(ReadMarkdown, WhatOnlyLooksLikeFrontMatterIsNone) {
  EXPECT_EQ(Tree("---\nnever closed\n# A\n"), "\nA\n");
  EXPECT_EQ(Tree("---\n\n# A\n\n---\n"), "\nA\n");
  EXPECT_EQ(Tree("text\n---\ntitle: x\n---\n"), "text\ntitle: x\n");
}

TEST(ReadMarkdown, TitlesReadAsAPersonReadsThem) {
  EXPECT_EQ(Tree("# **1\\. Who _we_ are** #\n"), "1. Who we are\n");
  EXPECT_EQ(
      Tree("# [](#a)<a name=\"x\"></a>5. [Terms](https://example.org/a(b)) &amp; `code` ![logo](l.png)\n"),
      "5. Terms & code logo\n");
  EXPECT_EQ(Tree("Article R*123-4\n---\n"), "Article R*123-4\n");
}

TEST(ReadMarkdown, EveryLineEndWorks) {
  EXPECT_EQ(Tree("# A\r\ntext\r\n\r\nB\r\n===\r\n"), "A\nB\n");
  EXPECT_EQ(Tree("# A\rtext\r\rB\r===\r"), "A\nB\n");
  EXPECT_EQ(Tree("# A\n\r# B\r\n\n# C"), "A\nB\nC\n");
}

TEST(ReadMarkdown, MarksTeasers) {
  const Result<Document> document =
      ReadMarkdown("# A\ncut... [Read more](https://example.org)\n# B\nwhole\n");
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(document->sections[0].teaser);
  EXPECT_FALSE(document->sections[1].teaser);
}

TEST(ReadMarkdown, RefusesWhatIsNoText) {
  EXPECT_EQ(ReadMarkdown("# A\n\nb\xff\n").status().message(), "line 3 is not UTF-8");
  EXPECT_EQ(ReadMarkdown(std::string("a\0b", 3)).status().message(), "line 1 holds a NUL, which no text may");
  EXPECT_EQ(ReadMarkdown("\xed\xa0\x80").status().code(), StatusCode::kInvalidArgument);
}

TEST(ReadMarkdown, KeepsToItsLimits) {
  EXPECT_EQ(ReadMarkdown("12345", {.max_text_bytes = 4}).status().code(), StatusCode::kInvalidArgument);
  EXPECT_TRUE(ReadMarkdown("# A\n# B\n", {.max_sections = 2}).ok());
  EXPECT_EQ(ReadMarkdown("# A\n# B\n# C\n", {.max_sections = 2}).status().code(),
            StatusCode::kInvalidArgument);
  EXPECT_EQ(ReadMarkdown("x\n# A\n# B\n", {.max_sections = 2}).status().code(), StatusCode::kInvalidArgument);
  const Result<Document> flat = ReadMarkdown("# A\n## B\n### C\n", {.max_depth_levels = 1});
  ASSERT_TRUE(flat.ok());
  EXPECT_EQ(flat->sections[2].depth_levels, 1u);
}

TEST(ReadMarkdown, AnyTextComesBackByteForByte) {
  constexpr uint32_t kSeed = 102;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::string fixture =
      "---\ntitle: x\n---\n# A *b*\n\ntext\ntext\n---\n\n- item\n  # in item\n\n```\n# code\n```\n> "
      "q\n\n<!-- c -->\n\nB\n===\n";
  const std::vector<std::string> pieces = {
      "\n", "\r",    "\r\n",  "#",    "# ",     "---",   "===",    "```",   "~~~", "<!--",   "-->",
      "- ", "1. ",   "> ",    "    ", "\t",     "<div>", "</pre>", "[a](b", "](",  "*",      "**",
      "\\", "&amp;", "&#x0;", "\xff", "\ufeff", "中",    "[a]: b", "`",     "<a",  "\u00a0", "___"};
  for (int i = 0; i < 20'000; ++i) {
    std::string text = i % 2 == 0 ? fixture : std::string();
    for (size_t n = random() % 16; n > 0; --n) {
      const size_t at = random() % (text.size() + 1);
      text.replace(at, random() % 8, pieces[random() % pieces.size()]);
    }
    const Result<Document> document = ReadMarkdown(text);
    ASSERT_EQ(document.ok(), !FindInvalidUtf8(text).has_value());
    if (!document.ok()) continue;
    ASSERT_EQ(document->Text(), text);
    ASSERT_FALSE(document->sections.empty());
    for (const Section& section : document->sections) ASSERT_FALSE(FindInvalidUtf8(section.title));
  }
}

// Lines that end in CR LF are read one by one; of others those that begin no block are passed over together.
TEST(ReadMarkdown, SaysTheSameOfATextWhateverItsLinesEndIn) {
  const std::vector<std::string> lines = {
      "# One",    "## Two ##", "Title",    "===", "---",   "- item", "  - inner", "> quote",
      "```",      "~~~",       "<!--",     "-->", "<div>", "",       "    code",  "plain words",
      "1. first", "  # three", "\t# code", "#no", "= =",   "-- -",   "–––"};
  constexpr uint32_t kSeed = 60311;
  std::mt19937 random(kSeed);
  for (int round = 0; round < 3'000; ++round) {
    std::string text, returned;
    for (size_t count = random() % 14; count > 0; --count) {
      const std::string& line = lines[random() % lines.size()];
      const bool last_is_open = count == 1 && random() % 2 == 0;
      text += line + (last_is_open ? "" : "\n");
      returned += line + (last_is_open ? "" : "\r\n");
    }
    returned += "\r\n";  // so that there is one in any case
    ASSERT_EQ(Tree(text), Tree(returned)) << "seed " << kSeed << ", round " << round << "\n" << text;
  }
}

}  // namespace
}  // namespace muragat::import
