#include "muragat/search/postings.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/hex.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

std::vector<SectionPlace> Decode(std::string_view value) {
  std::vector<SectionPlace> places;
  EXPECT_TRUE(DecodePostings(value, places).ok());
  return places;
}

TEST(Postings, AreAByteForTheFirstSectionOfANearDocument) {
  EXPECT_EQ(EncodePostings({{{1}, {1}}, {{4}, {1}}}), std::string("\x02\x06", 2));
}

TEST(Postings, CountSectionsWithinADocument) {
  // Document 2 with sections 3 and 4, document 3 with section 9.
  EXPECT_EQ(EncodePostings({{{2}, {3}}, {{2}, {4}}, {{3}, {9}}}), std::string("\x05\x03\x00\x03\x09", 5));
}

TEST(Postings, ComeBack) {
  support::Random random(9);
  for (int round = 0; round < 500; ++round) {
    std::vector<SectionPlace> places;
    const size_t count = random.Below(60);
    for (size_t i = 0; i < count; ++i)
      places.push_back({{1 + (random.AnySize() >> 1)}, {1 + (random.AnySize() >> 1)}});
    for (size_t i = 0; i < count / 2; ++i) places.push_back({{5}, {1 + random.Below(9)}});
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    ASSERT_EQ(Decode(EncodePostings(places)), places);
  }
}

TEST(Postings, RefuseWhatIsNoList) {
  std::vector<SectionPlace> places;
  EXPECT_FALSE(DecodePostings(std::string("\x05", 1), places).ok()) << "no section";
  EXPECT_FALSE(DecodePostings(std::string("\x05\x00", 2), places).ok()) << "no step to a section";
  EXPECT_FALSE(DecodePostings("\xff\xff\xff\xff\xff\xff", places).ok());
}

}  // namespace
}  // namespace muragat
