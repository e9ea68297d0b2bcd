#include "muragat/codec/number_codec.h"

#include <gtest/gtest.h>

#include "tests/support/hex.h"

namespace muragat {
namespace {

using support::FromHex;
using support::ToHex;

TEST(ReadVarint32, ReadsUpToThirtyTwoBits) {
  const std::string bytes = FromHex("ac02 ffffffff0f");
  ByteReader reader(bytes);
  EXPECT_EQ(ReadVarint32(reader), 300u);
  EXPECT_EQ(ReadVarint32(reader), UINT32_MAX);
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.AtEnd());
}

TEST(ReadVarint32, ALargerNumberFailsTheReaderForGood) {
  const std::string bytes = FromHex("8080808010 01");
  ByteReader reader(bytes);
  EXPECT_EQ(ReadVarint32(reader), 0u);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(reader.ReadByte(), 0);
  EXPECT_FALSE(reader.ok());
}

TEST(DecodeNumber, IsTheWholeValueAndNeverZero) {
  EXPECT_EQ(ToHex(EncodeNumber(300)), "ac02");
  EXPECT_EQ(DecodeNumber(FromHex("ac02")), 300u);
  for (const char* hex : {"", "00", "0100", "ac", "8080808010", "8100"}) {
    EXPECT_FALSE(DecodeNumber(FromHex(hex))) << hex;
  }
}

}  // namespace
}  // namespace muragat
