#include "muragat/diff/word_cuts.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat {
namespace {

std::vector<size_t> CutsOf(std::string_view text) {
  std::vector<size_t> cuts;
  for (size_t at = 0; at < text.size(); ++at) {
    if ((FindWordCuts(text, at / 64 * 64) >> (at % 64) & 1) != 0) cuts.push_back(at);
  }
  return cuts;
}

using Cuts = std::vector<size_t>;

TEST(WordCuts, StandBeforeWords) {
  EXPECT_EQ(CutsOf("one  two\nthree"), (Cuts{0, 5, 9}));
  EXPECT_EQ(CutsOf(" a"), (Cuts{1}));
  EXPECT_EQ(CutsOf("статья 5"), (Cuts{0, 13}));
  EXPECT_EQ(CutsOf(""), Cuts{});
}

TEST(WordCuts, StandBeforeEachChineseCharacter) { EXPECT_EQ(CutsOf("第一条 law"), (Cuts{0, 3, 6, 10})); }

TEST(WordCuts, StandBeforeNoCombiningMarkAndWithinNoCharacter) {
  EXPECT_EQ(CutsOf("a \xcc\x81 b"), (Cuts{0, 5}));
  EXPECT_EQ(CutsOf("\xd1\x8f \xd1\x8f"), (Cuts{0, 3}));
}

TEST(WordCuts, NothingStandsBehindTheEnd) {
  for (size_t size = 0; size < 70; ++size) {
    const std::string text(size, 'a');
    EXPECT_EQ(CutsOf(text).size(), size == 0 ? 0u : 1u) << size;
  }
}

TEST(WordCuts, OfManyBytesAreThoseOfEachByItself) {
  support::Random random(20260112);
  const std::string bytes = " \n\tabcXYZ09\x7f\xcc\xcd\xce\xe3\xe4\xe5\xe9\xea\x80\xbf\xc2\xf0\xff";
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (size_t i = random.Below(200); i > 0; --i) {
      text.push_back(random.OneIn(8) ? static_cast<char>(random.Below(256))
                                     : bytes[random.Below(bytes.size())]);
    }
    const size_t at = text.empty() ? 0 : random.Below(text.size());
    const uint64_t cuts = FindWordCuts(text, at);
    for (size_t i = 0; i < 64; ++i) {
      const size_t place = at + i;
      // Both ends may be cut in any case; a word's beginning is asked for here.
      if (place == 0 || place >= text.size()) continue;
      ASSERT_EQ((cuts >> i & 1) != 0, IsWordCut(text, place)) << round << " " << place;
    }
  }
}

}  // namespace
}  // namespace muragat
