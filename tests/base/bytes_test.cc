#include "muragat/base/bytes.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::string BigEndian(uint64_t value, int width) {
  std::string out;
  AppendBigEndian(out, value, width);
  return out;
}

std::string Varint(uint64_t value) {
  std::string out;
  AppendVarint(out, value);
  return out;
}

TEST(AppendBigEndian, PutsTheMostSignificantByteFirst) {
  EXPECT_EQ(BigEndian(0x01020304, 4), std::string("\x01\x02\x03\x04", 4));
  EXPECT_EQ(BigEndian(5, 2), std::string("\x00\x05", 2));
  EXPECT_EQ(BigEndian(UINT64_MAX, 8), std::string(8, '\xff'));
  EXPECT_EQ(BigEndian(0, 1), std::string(1, '\0'));
}

TEST(AppendBigEndian, ByteOrderIsNumberOrder) {
  EXPECT_LT(BigEndian(255, 4), BigEndian(256, 4));
  EXPECT_LT(BigEndian(0x7fffffff, 4), BigEndian(0x80000000, 4));
}

TEST(AppendVarint, WritesSevenBitsAByteLeastSignificantFirst) {
  EXPECT_EQ(Varint(0), std::string(1, '\0'));
  EXPECT_EQ(Varint(127), "\x7f");
  EXPECT_EQ(Varint(128), std::string("\x80\x01", 2));
  EXPECT_EQ(Varint(300), "\xac\x02");
  EXPECT_EQ(Varint(UINT64_MAX), "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
}

TEST(AppendLengthPrefixed, PutsTheLengthFirst) {
  std::string out;
  AppendLengthPrefixed(out, "abc");
  AppendLengthPrefixed(out, "");
  EXPECT_EQ(out, std::string("\x03"
                             "abc\x00",
                             5));
}

TEST(ZigZag, KeepsSmallNumbersSmall) {
  EXPECT_EQ(ZigZag(0), 0u);
  EXPECT_EQ(ZigZag(-1), 1u);
  EXPECT_EQ(ZigZag(1), 2u);
  EXPECT_EQ(ZigZag(-2), 3u);
  EXPECT_EQ(ZigZag(INT64_MAX), UINT64_MAX - 1);
  EXPECT_EQ(ZigZag(INT64_MIN), UINT64_MAX);
  EXPECT_EQ(UnZigZag(UINT64_MAX), INT64_MIN);
  EXPECT_EQ(UnZigZag(3), -2);
}

TEST(ByteReader, ReadsFieldsInOrderAndKnowsItsEnd) {
  const std::string bytes = std::string("\x01\x02\xac\x02\x03", 5) + "abcrest";
  ByteReader reader(bytes);
  EXPECT_EQ(reader.ReadBigEndian(2), 0x0102u);
  EXPECT_EQ(reader.ReadVarint(), 300u);
  EXPECT_EQ(reader.ReadLengthPrefixed(), "abc");
  EXPECT_EQ(reader.remaining_bytes(), 4u);
  EXPECT_FALSE(reader.AtEnd());
  EXPECT_EQ(reader.ReadRest(), "rest");
  EXPECT_TRUE(reader.AtEnd());
  EXPECT_TRUE(reader.ok());
}

TEST(ByteReader, FailsForGoodPastTheEnd) {
  ByteReader reader("\x01");
  EXPECT_EQ(reader.ReadBigEndian(2), 0u);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(reader.ReadByte(), 0u);
  EXPECT_EQ(reader.ReadRest(), "");
  EXPECT_FALSE(reader.ok());
}

TEST(ByteReader, RefusesOverlongAndTooWideVarints) {
  const std::vector<std::string> wrong = {
      std::string("\x80\x00", 2),                      // 0 in two bytes
      std::string("\xff\x80\x00", 3),                  // 127 in three
      "\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02",      // 2^64 and more
      "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",  // eleven bytes
      "\x80",                                          // cut off
      "",
  };
  for (const std::string& bytes : wrong) {
    ByteReader reader(bytes);
    EXPECT_EQ(reader.ReadVarint(), 0u);
    EXPECT_FALSE(reader.ok());
  }
}

TEST(ByteReader, ALengthBeyondTheEndGivesNothing) {
  ByteReader reader(
      "\x05"
      "abc");
  EXPECT_EQ(reader.ReadLengthPrefixed(), "");
  EXPECT_FALSE(reader.ok());
  const std::string huge = Varint(UINT64_MAX) + "abc";
  ByteReader huge_reader(huge);
  EXPECT_EQ(huge_reader.ReadLengthPrefixed(), "");
  EXPECT_FALSE(huge_reader.ok());
}

TEST(Varint, AnyNumberComesBack) {
  constexpr uint32_t kSeed = 128;
  SCOPED_TRACE(kSeed);
  std::mt19937_64 random(kSeed);
  for (int i = 0; i < 20'000; ++i) {
    const uint64_t value = random() >> (random() % 64);
    const std::string bytes = Varint(value);
    ASSERT_LE(bytes.size(), 10u);
    ByteReader reader(bytes);
    ASSERT_EQ(reader.ReadVarint(), value);
    ASSERT_TRUE(reader.ok() && reader.AtEnd());
    const auto number = static_cast<int64_t>(value);
    ASSERT_EQ(UnZigZag(ZigZag(number)), number);
  }
}

}  // namespace
}  // namespace muragat
