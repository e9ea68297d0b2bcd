#include "muragat/base/hash.h"

#include <string>

#include <gtest/gtest.h>

namespace muragat {
namespace {

// Values of XXH3-64 with seed 0, as `xxhsum -H3` prints them.
TEST(Hash64, GivesTheValuesOfTheSpecification) {
  EXPECT_EQ(Hash64(""), 0x2d06800538d394c2u);
  EXPECT_EQ(Hash64("abc"), 0x78af5f94892f3950u);
}

TEST(Checksum32, IsTheLowHalf) {
  EXPECT_EQ(Checksum32(""), 0x38d394c2u);
  EXPECT_EQ(Checksum32("abc"), 0x892f3950u);
}

TEST(Checksum32, ChangesWithEveryBit) {
  std::string text = "Article 32 guarantees all citizens the right to peacefully assemble.";
  const uint32_t before = Checksum32(text);
  for (size_t bit = 0; bit < text.size() * 8; ++bit) {
    text[bit / 8] = static_cast<char>(text[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_NE(Checksum32(text), before);
    text[bit / 8] = static_cast<char>(text[bit / 8] ^ (1 << (bit % 8)));
  }
}

}  // namespace
}  // namespace muragat
