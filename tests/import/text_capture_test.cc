#include "import/text_capture.h"

#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

// Reads a text that must be readable, checks that the slices are the text, and shows a section a line:
// two spaces a level, the title, "…" for a teaser.
std::string Tree(const std::string& text, std::string* title = nullptr) {
  const Result<Document> document = ReadTextCapture(text);
  if (!document.ok()) return document.status().message();
  EXPECT_EQ(document->Text(), text);
  if (title != nullptr) *title = document->title;
  std::string tree;
  for (const Section& section : document->sections) {
    tree += std::string(2 * section.depth_levels, ' ') + section.title + (section.teaser ? " …" : "") + "\n";
  }
  return tree;
}

std::string ReadFixture(const std::string& name) {
  std::ifstream file(std::string(MURAGAT_SOURCE_DIR) + "/tests/import/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(ReadTextCapture, TheFirstDocumentHasNineRows) {
  std::string title;
  EXPECT_EQ(Tree(ReadFixture("elections-and-political-reforms.txt"), &title),
            "Domestic Policy\n"
            "  Elections & Political Reforms …\n"
            "    Institute of Parliamentary Opposition …\n"
            "    National Council of Public Trust …\n"
            "    Multi-party System …\n"
            "    Party List Quotas …\n"
            "    Past Elections …\n"
            "    Peaceful Assembly …\n"
            "    Political Reforms …\n");
  EXPECT_EQ(title, "Elections & Political Reforms");
}

TEST(ReadTextCapture, TheFirstDocumentReadsTheSameWithReturns) {
  std::string text;
  for (const char c : ReadFixture("elections-and-political-reforms.txt"))
    text += c == '\n' ? "\r\n" : std::string(1, c);
  EXPECT_EQ(Tree(text), Tree(ReadFixture("elections-and-political-reforms.txt")));
  std::string returns_only;
  for (const char c : text) {
    if (c != '\n') returns_only += c;
  }
  EXPECT_EQ(Tree(returns_only), Tree(text));
}

TEST(ReadTextCapture, CorrectsNoSource) {
  const Result<Document> document = ReadTextCapture(ReadFixture("elections-and-political-reforms.txt"));
  ASSERT_TRUE(document.ok());
  EXPECT_NE(document->sections[1].body.find("participation in thge political"), std::string::npos);
  EXPECT_NE(document->sections[3].body.find("The Coucil is"), std::string::npos);
}

TEST(ReadTextCapture, AHeadingIsItsLineAndTheBodyTheRest) {
  const Result<Document> document = ReadTextCapture("Title \r\n\r\nSome text.\r\n\r\nNext\r\n\r\nMore.");
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->sections.size(), 2u);
  EXPECT_EQ(document->sections[0].heading, "Title \r\n");
  EXPECT_EQ(document->sections[0].title, "Title");
  EXPECT_EQ(document->sections[0].body, "\r\nSome text.\r\n\r\n");
  EXPECT_EQ(document->sections[1].heading, "Next\r\n");
  EXPECT_EQ(document->sections[1].body, "\r\nMore.");
}

TEST(ReadTextCapture, AnEmptyTextIsOneEmptySection) {
  for (const std::string& text :
       {std::string(), std::string("\n\n"), std::string("\ufeff"), std::string(" ")}) {
    const Result<Document> document = ReadTextCapture(text);
    ASSERT_TRUE(document.ok());
    ASSERT_EQ(document->sections.size(), 1u);
    EXPECT_EQ(document->sections[0].heading, "");
    EXPECT_EQ(document->sections[0].body, text);
    EXPECT_EQ(document->title, "");
  }
}

TEST(ReadTextCapture, ATextWithoutTitlesIsOneSection) {
  EXPECT_EQ(Tree("One sentence.\n\nAnother sentence, and its end.\n"), "\n");
}

TEST(ReadTextCapture, WhatPrecedesTheFirstTitleIsAPreamble) {
  EXPECT_EQ(Tree("Some words first.\n\nTitle\n\nText.\n\nOther\n\nText.\n"), "\nTitle\n  Other\n");
}

TEST(ReadTextCapture, BlankLinesAndAByteOrderMarkBeforeTheFirstTitleBelongToIt) {
  EXPECT_EQ(Tree("\ufeff\n \nTitle\n\nText.\n"), "Title\n");
}

TEST(ReadTextCapture, OnlyALineThatStandsAloneIsATitle) {
  EXPECT_EQ(Tree("Title\nText right below it.\n\nAnother\nand more.\n"), "\n");
}

TEST(ReadTextCapture, LeadingTitlesWithoutTextNestAndLaterOnesLieFlat) {
  EXPECT_EQ(Tree("Home\n\nPolicy\n\nPage\n\nText.\n\nFirst\n\nSecond\n\nText.\n\nThird\n"),
            "Home\n  Policy\n    Page\n      First\n      Second\n      Third\n");
  EXPECT_EQ(Tree("Only a Title"), "Only a Title\n");
}

TEST(ReadTextCapture, ReadsARussianPage) {
  EXPECT_EQ(Tree("Внутренняя политика\n\nВыборы и политические реформы\n\nКазахстан развивает демократию.\n\n"
                 "8 июня 2022 г.\n\n«Разные мнения – единая нация.»\n\nПартия «Amanat»\n\n"
                 "Партия была основана в 1999... Подробнее\n\nЧто такое референдум?\n\nЭто голосование... "
                 "Читать далее\n"),
            "Внутренняя политика\n  Выборы и политические реформы\n    Партия «Amanat» …\n    Что такое "
            "референдум? …\n");
}

TEST(ReadTextCapture, ReadsAKazakhPage) {
  EXPECT_EQ(
      Tree(
          "Ішкі саясат\n\nСайлау және саяси реформалар\n\nҚазақстан демократияны қолдап келеді.\n\n"
          "2022 жылғы 8 маусым\n\nПарламенттік оппозиция институты\n\nБұл институт енгізілді... Толығырақ\n\n"
          "50-бап. Құқықтар\n\nӘр адам құқылы.\n"),
      "Ішкі саясат\n  Сайлау және саяси реформалар\n    Парламенттік оппозиция институты …\n"
      "    50-бап. Құқықтар\n");
}

TEST(ReadTextCapture, ReadsAChinesePage) {
  EXPECT_EQ(
      Tree("国内政策\n\n选举与政治改革\n\n自1991年独立以来，哈萨克斯坦一直支持改革。\n\n2022年6月8日\n\n"
           "“不同意见，一个民族。”\n\n多党制\n\n多党制允许所有公民的意见得到考虑……阅读更多\n\n"
           "《和平集会法》\n\n宪法保障集会的权利...查看更多\n"),
      "国内政策\n  选举与政治改革\n    多党制 …\n    《和平集会法》 …\n");
}

TEST(ReadTextCapture, ReadsAFrenchAndAGermanPage) {
  EXPECT_EQ(Tree("Les élections\n\nLe Majilis est la chambre basse.\n\nÉlections passées\n\nElles ont… Lire "
                 "la suite\n"),
            "Les élections\n  Élections passées …\n");
  EXPECT_EQ(Tree("Wahlen und Reformen\n\nKasachstan ist ein junger Staat.\n\n8. Juni 2022\n\nParteien\n\n"
                 "Das System erlaubt … Weiterlesen"),
            "Wahlen und Reformen\n  Parteien …\n");
}

TEST(ReadTextCapture, TheItemsOfAListAreNoTitles) {
  EXPECT_EQ(Tree("Page\n\nThe reforms cover:\n\nElections\n\nParties\n\nAssembly\n\nThey go on.\n"),
            "Page\n");
  EXPECT_EQ(Tree("Page\n\nText.\n\n1. Elections\n\n2. Parties\n\nThey go on.\n"), "Page\n");
  EXPECT_EQ(Tree("Page\n\nText.\n\n• Elections\n\n– Parties\n\nThey go on.\n"), "Page\n");
}

TEST(ReadTextCapture, NumberedTitlesWithTextAreTitles) {
  EXPECT_EQ(
      Tree("Rules\n\nText.\n\n1. General\n\n1. These rules hold.\n\n2. They are few.\n\n2. Rights\n\nAll.\n"),
      "Rules\n  1. General\n  2. Rights\n");
}

TEST(ReadTextCapture, ALoneTitleBehindAColonIsATitle) {
  EXPECT_EQ(Tree("Page\n\nThe system is as follows:\n\nMulti-party System\n\nMany parties.\n"),
            "Page\n  Multi-party System\n");
}

TEST(ReadTextCapture, ASignatureIsText) {
  EXPECT_EQ(Tree("Закон\n\nТекст закона.\n\nПрезидент Республики Казахстан\n\nК. Токаев\n"), "Закон\n");
}

TEST(ReadTextCapture, RefusesWhatIsNoText) {
  EXPECT_EQ(ReadTextCapture("one\ntwo\xff\n").status().message(), "line 2 is not UTF-8");
  EXPECT_EQ(ReadTextCapture(std::string("one\r\ntwo\rthree\0", 15)).status().message(),
            "line 3 holds a NUL, which no text may");
  EXPECT_EQ(ReadTextCapture("\xed\xa0\x80").status().code(), StatusCode::kInvalidArgument);
}

TEST(ReadTextCapture, KeepsToItsLimits) {
  EXPECT_EQ(ReadTextCapture("12345", {.max_text_bytes = 4}).status().code(), StatusCode::kInvalidArgument);
  EXPECT_TRUE(ReadTextCapture("1234", {.max_text_bytes = 4}).ok());
  EXPECT_EQ(ReadTextCapture("Aa\n\nBb\n\nCc", {.max_sections = 2}).status().code(),
            StatusCode::kInvalidArgument);
  const Result<Document> flat = ReadTextCapture("Aa\n\nBb\n\nCc\n\nDd", {.max_depth_levels = 1});
  ASSERT_TRUE(flat.ok());
  EXPECT_EQ(flat->sections[3].depth_levels, 1u);
}

TEST(ReadTextCapture, AnyTextComesBackByteForByte) {
  constexpr uint32_t kSeed = 1991;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const std::string fixture = ReadFixture("elections-and-political-reforms.txt");
  const std::vector<std::string> pieces = {
      "\n",  "\r",    "\r\n", "\n\n", " ", "\t",   "\ufeff", "“", "”",      ".", "... Read more",
      "1. ", "Title", "\xff", "中文", "։", "К. Т", ":",      "(", "\u00a0", "?", "§ 5"};
  for (int i = 0; i < 4'000; ++i) {
    std::string text = i % 2 == 0 ? fixture : std::string();
    for (size_t n = random() % 12; n > 0; --n) {
      const size_t at = random() % (text.size() + 1);
      text.replace(at, random() % 40, pieces[random() % pieces.size()]);
    }
    const Result<Document> document = ReadTextCapture(text);
    ASSERT_EQ(document.ok(), !FindInvalidUtf8(text).has_value());
    if (!document.ok()) continue;
    ASSERT_EQ(document->Text(), text);
    ASSERT_FALSE(document->sections.empty());
  }
}

}  // namespace
}  // namespace muragat::import
