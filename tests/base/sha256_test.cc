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

}  // namespace
}  // namespace muragat
