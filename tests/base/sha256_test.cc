#include "muragat/base/sha256.h"

#include <gtest/gtest.h>

#include "muragat/base/base64.h"

namespace muragat {
namespace {

TEST(Sha256, GivesTheDigestsOfFips180) {
  EXPECT_EQ(EncodeBase64(Sha256("")), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  EXPECT_EQ(EncodeBase64(Sha256("abc")), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

TEST(Sha256, ReadsZeroBytesAsBytes) {
  EXPECT_EQ(Sha256(std::string(1, '\0')).substr(0, 4), "\x6e\x34\x0b\x9c");
}

TEST(Sha256Hex, WritesLowerCaseDigits) {
  EXPECT_EQ(Sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(DigestOf, HashesPartsAsOneText) {
  EXPECT_EQ(FormatDigest(DigestOf({"a", "", "bc"})),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(FormatDigest(DigestOf({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(ParseDigest, ReadsWhatFormatDigestWritesAndNothingElse) {
  const std::string hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  EXPECT_EQ(ParseDigest(hex), DigestOf({"abc"}));
  EXPECT_EQ(ToDigest(Sha256("abc")), DigestOf({"abc"}));
  EXPECT_FALSE(ParseDigest(hex.substr(1)));
  EXPECT_FALSE(ParseDigest(hex + "0"));
  EXPECT_FALSE(ParseDigest("B" + hex.substr(1)));
  EXPECT_FALSE(ParseDigest("g" + hex.substr(1)));
  EXPECT_FALSE(ToDigest("abc"));
}

}  // namespace
}  // namespace muragat
