#include "muragat/diff/text_sketch.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat {
namespace {

std::string RandomWords(support::Random& random, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    for (size_t letters = 2 + random.Below(8); letters > 0; --letters)
      text.push_back(static_cast<char>('a' + random.Below(26)));
    text.push_back(' ');
  }
  return text;
}

size_t Shared(const TextSketch& a, const TextSketch& b) {
  size_t shared = 0;
  for (size_t i = 0; i < a.size(); ++i) shared += a[i] == b[i] ? 1u : 0u;
  return shared;
}

TEST(SketchText, OfEqualTextsIsEqual) {
  support::Random random(3);
  const std::string text = RandomWords(random, 200);
  EXPECT_EQ(SketchText(text), SketchText(std::string(text)));
}

TEST(SketchText, SharesMostNumbersWithALikeTextAndNoneWithAnother) {
  support::Random random(4);
  size_t alike = 0, others = 0;
  constexpr int kTexts = 100;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = RandomWords(random, 400);
    std::string changed = text;
    changed.replace(random.Below(changed.size() - 20), 12, "another word");
    alike += Shared(SketchText(text), SketchText(changed));
    others += Shared(SketchText(text), SketchText(RandomWords(random, 400)));
  }
  EXPECT_GT(alike, kTexts * kSketchNumbers * 8 / 10);
  EXPECT_EQ(others, 0u);
}

TEST(SketchText, OfATextShorterThanAShingleSaysNothing) { EXPECT_EQ(SketchText("short"), SketchText("")); }

}  // namespace
}  // namespace muragat
