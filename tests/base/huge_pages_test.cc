#include "muragat/base/huge_pages.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace muragat {
namespace {

TEST(PreferHugePages, ChangesNoByteAndTakesAnySize) {
  constexpr size_t kMostBytes = size_t{9} << 20;
  const auto bytes = std::make_unique<char[]>(kMostBytes);
  std::fill_n(bytes.get(), kMostBytes, 'x');
  for (const size_t size : {size_t{0}, size_t{1}, size_t{2} << 20, (size_t{5} << 20) + 1, kMostBytes}) {
    for (const size_t begin : {size_t{0}, size_t{1}, size_t{4096}}) {
      PreferHugePages(bytes.get() + begin, size - std::min(size, begin));
    }
  }
  EXPECT_EQ(std::count(bytes.get(), bytes.get() + kMostBytes, 'x'), static_cast<std::ptrdiff_t>(kMostBytes));
}

TEST(GrowHeapInHugePages, LeavesWhatIsThereAndGivesMemoryAsBefore) {
  const std::string before(100'000, 'a');
  GrowHeapInHugePages(size_t{64} << 20);
  GrowHeapInHugePages(size_t{64} << 20);  // again is no harm
  std::vector<std::string> texts;
  for (size_t i = 0; i < 20'000; ++i) texts.emplace_back(i % 5'000, 'b');
  const std::vector<char> large(size_t{40} << 20, 'c');
  EXPECT_EQ(before, std::string(100'000, 'a'));
  for (size_t i = 0; i < texts.size(); ++i) ASSERT_EQ(texts[i], std::string(i % 5'000, 'b'));
  EXPECT_EQ(large.back(), 'c');
}

}  // namespace
}  // namespace muragat
