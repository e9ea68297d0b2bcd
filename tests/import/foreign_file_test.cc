#include "import/foreign_file.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

TEST(CheckMayBeDocument, TakesTextsUnderAnyName) {
  for (const char* name : {"page.md", "page.html", "README", "Article 5", "act.akn", "a.2019-07-17"})
    EXPECT_TRUE(CheckMayBeDocument(name, "text").ok()) << name;
  EXPECT_TRUE(CheckMayBeDocument("page.html", std::string_view("\xff\xfe<\0", 4)).ok());
  EXPECT_TRUE(CheckMayBeDocument("empty.md", "").ok());
}

TEST(CheckMayBeDocument, RefusesWhatStandsBesidePages) {
  for (const char* name : {"style.css", "a/script.JS", "data.json", "table.csv", "logo.svg", "act.pdf"})
    EXPECT_FALSE(CheckMayBeDocument(name, "text").ok()) << name;
  EXPECT_EQ(CheckMayBeDocument("style.css", "").message(), "there is no reader for .css files");
  EXPECT_FALSE(CheckMayBeDocument("blob", std::string_view("a\0b", 3)).ok());
}

TEST(LooksLikeTar, GoesByTheSumOfTheFirstBlock) {
  // name, mode 644, uid, gid, size, time, sum 3445 (octal), type 0
  std::string block(512, '\0');
  block.replace(0, 1, "a");
  block.replace(124, 11, "00000000000");
  block[156] = '0';
  // 'a' 97, eleven '0' of 48, '0' 48, eight blanks of 32: 929 is 1641 in octal
  block.replace(148, 8, std::string("001641\0 ", 8));
  EXPECT_TRUE(LooksLikeTar(block));
  block[0] = 'b';
  EXPECT_FALSE(LooksLikeTar(block));
  EXPECT_FALSE(LooksLikeTar("short"));
  EXPECT_FALSE(LooksLikeTar(std::string(512, '\0')));
}

TEST(LooksLikeZip, TellsOfficeDocumentsApart) {
  const std::string head = std::string("PK\x03\x04") + std::string(26, '\0');
  EXPECT_TRUE(LooksLikeZip(head + "page.md"));
  EXPECT_FALSE(LooksLikeOfficeDocument(head + "page.md"));
  EXPECT_TRUE(LooksLikeOfficeDocument(head + "[Content_Types].xml"));
  EXPECT_TRUE(LooksLikeOfficeDocument(head + "mimetypeapplication/epub+zip"));
  EXPECT_FALSE(LooksLikeZip("PK"));
}

}  // namespace
}  // namespace muragat::import
