#include "muragat/base/base64.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(EncodeBase64, GivesTheExamplesOfRfc4648) {
  EXPECT_EQ(EncodeBase64(""), "");
  EXPECT_EQ(EncodeBase64("f"), "Zg==");
  EXPECT_EQ(EncodeBase64("fo"), "Zm8=");
  EXPECT_EQ(EncodeBase64("foo"), "Zm9v");
  EXPECT_EQ(EncodeBase64("foob"), "Zm9vYg==");
  EXPECT_EQ(EncodeBase64("fooba"), "Zm9vYmE=");
  EXPECT_EQ(EncodeBase64("foobar"), "Zm9vYmFy");
}

TEST(EncodeBase64, UsesTheLastTwoDigitsAndHighBytes) { EXPECT_EQ(EncodeBase64("\xfb\xff\xfe"), "+//+"); }

TEST(DecodeBase64, ReadsTheExamplesOfRfc4648) {
  EXPECT_EQ(DecodeBase64(""), "");
  EXPECT_EQ(DecodeBase64("Zg=="), "f");
  EXPECT_EQ(DecodeBase64("Zm8="), "fo");
  EXPECT_EQ(DecodeBase64("Zm9vYmFy"), "foobar");
  EXPECT_EQ(DecodeBase64("+/+/"), "\xfb\xff\xbf");
}

TEST(DecodeBase64, RefusesWhatIsNotAsItWouldBeWritten) {
  for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9vYmF", "Zm 8=", "Zm8=\n",
                           "====", "Zm-_", "=Zm8", "Zm8=Zm8="}) {
    EXPECT_FALSE(DecodeBase64(text)) << text;
  }
}

}  // namespace
}  // namespace muragat
