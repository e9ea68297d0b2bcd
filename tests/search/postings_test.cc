#include "muragat/search/postings.h"

#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>

#include "tests/support/hex.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

std::string Encode(const std::vector<Posting>& postings) {
  PostingsWriter writer;
  for (const Posting& posting : postings) writer.Add(posting);
  return writer.value();
}

std::vector<Posting> Decode(std::string_view value) {
  std::vector<Posting> postings;
  PostingsReader reader(value);
  for (Posting posting; reader.Next(posting);) postings.push_back(posting);
  EXPECT_TRUE(reader.ok());
  return postings;
}

TEST(Postings, AreAByteForAWordThatIsOnceInTheFirstSectionOfANearDocument) {
  EXPECT_EQ(Encode({{{{1}, {1}}, {0}, 1}, {{{4}, {1}}, {0}, 1}}), std::string("\x04\x0c", 2));
}

TEST(Postings, CountSectionsWithinADocument) {
  // Document 2 with sections 3 and 4, document 3 with section 9.
  EXPECT_EQ(Encode({{{{2}, {3}}, {0}, 1}, {{{2}, {4}}, {0}, 1}, {{{3}, {9}}, {0}, 1}}),
            std::string("\x0a\x03\x00\x06\x09", 5));
}

TEST(Postings, SayWhatLaterTextsOfASectionChange) {
  // Twice in the first text of document 1, one less in the one of ordinal 2, none in that of ordinal 5.
  EXPECT_EQ(Encode({{{{1}, {1}}, {0}, 2}, {{{1}, {1}}, {2}, -1}, {{{1}, {1}}, {5}, -1}}),
            std::string("\x05\x00\x04\x03\x00\x02\x01\x03\x00\x05\x01", 11));
}

TEST(Postings, ComeBack) {
  support::Random random(9);
  for (int round = 0; round < 500; ++round) {
    std::vector<Posting> postings;
    const size_t count = random.Below(60);
    const auto change = [&] {
      const auto size = static_cast<int32_t>(1 + (random.AnySize() >> 1));
      return random.OneIn(2) ? 1 : random.OneIn(2) ? size : -size;
    };
    for (size_t i = 0; i < count; ++i)
      postings.push_back({{{1 + (random.AnySize() >> 1)}, {1 + (random.AnySize() >> 1)}}, {0}, change()});
    for (size_t i = 0; i < count / 2; ++i)
      postings.push_back({{{5}, {1 + random.Below(4)}}, {random.Below(9)}, change()});
    const auto key = [](const Posting& one) { return std::tie(one.place, one.ordinal); };
    std::sort(postings.begin(), postings.end(),
              [&](const Posting& a, const Posting& b) { return key(a) < key(b); });
    postings.erase(std::unique(postings.begin(), postings.end(),
                               [&](const Posting& a, const Posting& b) { return key(a) == key(b); }),
                   postings.end());
    ASSERT_EQ(Decode(Encode(postings)), postings);
  }
}

TEST(Postings, LeadToTheSectionsThatEverHeldTheWord) {
  std::vector<SectionPlace> places;
  const std::string value =
      Encode({{{{1}, {1}}, {0}, 2}, {{{1}, {1}}, {2}, -2}, {{{3}, {1}}, {4}, -1}, {{{7}, {2}}, {1}, 1}});
  ASSERT_TRUE(DecodePlaces(value, places).ok());
  EXPECT_EQ(places, (std::vector<SectionPlace>{{{1}, {1}}, {{7}, {2}}}));
}

TEST(Postings, RefuseWhatIsNoList) {
  std::vector<SectionPlace> places;
  EXPECT_FALSE(DecodePlaces(std::string("\x0a", 1), places).ok()) << "no section";
  EXPECT_FALSE(DecodePlaces(std::string("\x0a\x00", 2), places).ok()) << "section 0";
  EXPECT_FALSE(DecodePlaces(std::string("\x04\x02\x00", 3), places).ok()) << "the same text again";
  EXPECT_FALSE(DecodePlaces(std::string("\x05\x00\x00", 3), places).ok()) << "no change";
  EXPECT_FALSE(DecodePlaces(std::string("\x05\x00", 2), places).ok()) << "cut short";
  EXPECT_FALSE(DecodePlaces("\xff\xff\xff\xff\xff\xff", places).ok());
}

}  // namespace
}  // namespace muragat
