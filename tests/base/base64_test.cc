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

}  // namespace
}  // namespace muragat
