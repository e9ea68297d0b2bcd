#include "import/html_encoding.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

TEST(HtmlCharset, AByteOrderMarkComesFirst) {
  EXPECT_EQ(HtmlCharset("\xef\xbb\xbf<meta charset=windows-1251>", ""), "UTF-8");
  EXPECT_EQ(HtmlCharset("\xff\xfe<\x01", ""), "UTF-16LE");
  EXPECT_EQ(HtmlCharset("\xfe\xff\x01<", ""), "UTF-16BE");
}

TEST(HtmlCharset, ThenWhatThePageDeclares) {
  EXPECT_EQ(HtmlCharset("<meta charset='windows-1251'>", ""), "windows-1251");
  EXPECT_EQ(HtmlCharset("<META http-equiv=Content-Type content=\"text/html; CHARSET=koi8-r\">", ""),
            "KOI8-R");
  EXPECT_EQ(HtmlCharset("<?xml version=\"1.0\" encoding=\"ISO-8859-5\"?><html>", ""), "ISO-8859-5");
  EXPECT_EQ(HtmlCharset("<!-- <meta charset=koi8-r> --><meta charset=utf-8>", ""), "UTF-8");
  EXPECT_EQ(HtmlCharset("<meta charset=no-such><meta charset=iso-8859-2>", ""), "ISO-8859-2");
}

TEST(HtmlCharset, ADeclarationThatCannotBeTrueIsNone) {
  EXPECT_EQ(HtmlCharset("<meta charset=utf-16>", ""), "UTF-8");
  EXPECT_EQ(HtmlCharset("<meta data-charset=koi8-r>", ""), "UTF-8");
}

TEST(HtmlCharset, WithoutOneGoesByTheBytesAndTheLanguage) {
  EXPECT_EQ(HtmlCharset("Закон", ""), "UTF-8");
  EXPECT_EQ(HtmlCharset("caf\xe9", ""), "windows-1252");
  EXPECT_EQ(HtmlCharset("\xc7\xe0\xea\xee\xed", "kk"), "windows-1251");
  EXPECT_EQ(HtmlCharset("<html lang=ru-RU>\xc7\xe0\xea\xee\xed", ""), "windows-1251");
  EXPECT_EQ(HtmlCharset(std::string_view("<\0h\0t\0m\0l\0>\0", 12), ""), "UTF-16LE");
  EXPECT_EQ(HtmlCharset(std::string_view("\0<\0h\0t\0m\0l\0>", 12), ""), "UTF-16BE");
}

TEST(DecodeHtml, GivesUtf8WithoutAMarkOrANul) {
  EXPECT_EQ(*DecodeHtml("\xef\xbb\xbf<p>a", ""), "<p>a");
  EXPECT_EQ(*DecodeHtml(std::string_view("\xff\xfe<\0p\0>\0\x17\x04", 10), ""), "<p>З");
  EXPECT_EQ(*DecodeHtml(std::string_view("a\0b", 3), ""),
            "a\ufffd"
            "b");
  EXPECT_EQ(*DecodeHtml("<meta charset=utf-8>\xff", ""), "<meta charset=utf-8>\ufffd");
}

}  // namespace
}  // namespace muragat::import
