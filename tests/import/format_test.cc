#include "import/format.h"

#include <gtest/gtest.h>

namespace muragat::import {
namespace {

TEST(FormatOfMediaType, KnowsTheReadersThereAre) {
  EXPECT_EQ(FormatOfMediaType("text/markdown"), Format::kMarkdown);
  EXPECT_EQ(FormatOfMediaType("Text/Markdown; charset=utf-8"), Format::kMarkdown);
  EXPECT_EQ(FormatOfMediaType(" text/plain ;x"), Format::kText);
  EXPECT_EQ(FormatOfMediaType("text/html; charset=windows-1251"), Format::kHtml);
  EXPECT_EQ(FormatOfMediaType("application/xhtml+xml"), Format::kHtml);
  EXPECT_EQ(FormatOfMediaType("text/x-wiki"), Format::kWikitext);
  EXPECT_EQ(FormatOfMediaType("application/akn+xml"), Format::kAkn);
  EXPECT_EQ(FormatOfMediaType("text/xml; charset=utf-8"), Format::kAkn);
  for (const char* type : {"", "application/rtf", "text/x-rst", "text", ";", "text/plainer"}) {
    EXPECT_FALSE(FormatOfMediaType(type)) << type;
  }
}

TEST(MediaTypeOf, IsWhatFormatOfMediaTypeReads) {
  EXPECT_EQ(MediaTypeOf(Format::kText), "text/plain");
  EXPECT_EQ(MediaTypeOf(Format::kMarkdown), "text/markdown");
  EXPECT_EQ(MediaTypeOf(Format::kHtml), "text/html");
  EXPECT_EQ(MediaTypeOf(Format::kWikitext), "text/x-wiki");
  EXPECT_EQ(MediaTypeOf(Format::kAkn), "application/akn+xml");
}

TEST(MediaTypeOfName, GoesByTheEnding) {
  EXPECT_EQ(MediaTypeOfName("a/b.md"), "text/markdown");
  EXPECT_EQ(MediaTypeOfName("A.MARKDOWN"), "text/markdown");
  EXPECT_EQ(MediaTypeOfName("a.txt"), "text/plain");
  EXPECT_EQ(MediaTypeOfName("a.html"), "text/html");
  EXPECT_EQ(MediaTypeOfName("a.xml"), "application/xml");
  for (const char* name : {"", "kaz/104073", "a.md/b", "md", "v1.2", "a.", "a.b/c.d e"}) {
    EXPECT_EQ(MediaTypeOfName(name), "") << name;
  }
}

TEST(ReadDocument, CallsTheFormatsReader) {
  EXPECT_EQ(ReadDocument(Format::kText, "# A\n\nText.\n")->sections[0].title, "");
  EXPECT_EQ(ReadDocument(Format::kMarkdown, "# A\n\nText.\n")->sections[0].title, "A");
  EXPECT_EQ(ReadDocument(Format::kHtml, "<h1>A</h1>")->sections[0].title, "A");
  EXPECT_EQ(ReadDocument(Format::kText, "A\xff").status().code(), StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace muragat::import
