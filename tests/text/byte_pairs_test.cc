#include "muragat/text/byte_pairs.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat {
namespace {

bool HoldsDots(std::string_view text) {
  return AnyPairOfBytes(text, [](ByteBlock here, ByteBlock next) { return (here == '.') & (next == '.'); });
}

TEST(AnyPairOfBytes, IsFoundAtEveryPlaceOfATextOfEverySize) {
  for (size_t size = 0; size < 150; ++size) {
    const std::string text(size, 'a');
    EXPECT_FALSE(HoldsDots(text)) << size;
    for (size_t at = 0; at + 1 < size; ++at) {
      std::string dotted = text;
      dotted[at] = '.';
      EXPECT_FALSE(HoldsDots(dotted)) << "one is no pair";
      dotted[at + 1] = '.';
      EXPECT_TRUE(HoldsDots(dotted)) << size << " " << at;
    }
  }
}

TEST(AnyPairOfBytes, OfAnyTextIsWhatSearchingSays) {
  support::Random random(8);
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (size_t i = random.Below(200); i > 0; --i) text.push_back(random.OneIn(12) ? '.' : 'x');
    // The view does not end where the memory does.
    const std::string_view view =
        std::string_view(text).substr(0, text.size() - random.Below(text.size() + 1) / 2);
    ASSERT_EQ(HoldsDots(view), view.find("..") != std::string_view::npos) << view;
  }
}

}  // namespace
}  // namespace muragat
