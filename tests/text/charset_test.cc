#include "muragat/text/charset.h"

#include <gtest/gtest.h>

#include "muragat/text/utf8.h"

namespace muragat {
namespace {

TEST(CharsetOfLabel, KnowsTheLabelsOfTheWeb) {
  EXPECT_EQ(CharsetOfLabel("UTF-8"), "UTF-8");
  EXPECT_EQ(CharsetOfLabel(" utf8\n"), "UTF-8");
  EXPECT_EQ(CharsetOfLabel("Windows-1251"), "windows-1251");
  EXPECT_EQ(CharsetOfLabel("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(CharsetOfLabel("utf-16"), "UTF-16LE");
}

TEST(CharsetOfLabel, DoesNotKnowWhatMarkupCanHideIn) {
  for (const char* label :
       {"", "utf-7", "UTF-32", "cp037", "ibm-1047", "scsu", "bocu-1", "who-knows-what-i-am"}) {
    EXPECT_FALSE(CharsetOfLabel(label)) << label;
  }
}

TEST(ConvertToUtf8, ReadsEncodingsOfOneByte) {
  EXPECT_EQ(*ConvertToUtf8("\xc7\xe0\xea\xee\xed \xb9 5", "windows-1251"), "Закон № 5");
  EXPECT_EQ(*ConvertToUtf8("\x93law\x94 \xa7 5 \x80", "windows-1252"), "“law” § 5 €");
  EXPECT_EQ(*ConvertToUtf8("\xb7\xd0\xda\xde\xdd", "ISO-8859-5"), "Закон");
  EXPECT_EQ(*ConvertToUtf8("\xfa\xc1\xcb\xcf\xce", "KOI8-R"), "Закон");
}

TEST(ConvertToUtf8, ReadsEncodingsOfSeveralBytes) {
  EXPECT_EQ(*ConvertToUtf8(std::string_view("\x17\x04\x30\x04\x3d\xd8\x4a\xdc", 8), "UTF-16LE"),
            "За\U0001F44A");
  EXPECT_EQ(*ConvertToUtf8("\xb7\xa8\xc2\xc9", "GB18030"), "法律");
}

TEST(ConvertToUtf8, ReplacesWhatIsMalformed) {
  EXPECT_EQ(*ConvertToUtf8("a\xff"
                           "b\xc3",
                           "UTF-8"),
            "a\ufffd"
            "b\ufffd");
  EXPECT_EQ(*ConvertToUtf8("\xe2\x82z", "UTF-8"), "\ufffdz");
  EXPECT_EQ(*ConvertToUtf8(std::string_view("\x00\xdc"
                                            "a\x00",
                                            4),
                           "UTF-16LE"),
            "\ufffd"
            "a");
  EXPECT_EQ(*ConvertToUtf8("\xa1\xff", "ISO-8859-6"), "\ufffd\ufffd");
}

TEST(ConvertToUtf8, TakesTextsLongerThanItsPieces) {
  const std::string bytes(100'001, '\xe0');
  const auto text = ConvertToUtf8(bytes, "windows-1251");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(text->size(), 200'002u);
  EXPECT_FALSE(FindInvalidUtf8(*text));
}

TEST(ConvertToUtf8, RefusesAnEncodingThatIsNone) {
  EXPECT_EQ(ConvertToUtf8("a", "no-such-thing").status().code(), StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace muragat
