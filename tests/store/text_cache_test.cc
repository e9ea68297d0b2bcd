#include "muragat/store/text_cache.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

std::shared_ptr<const StoredText> Text(const std::string& text) {
  auto stored = std::make_shared<StoredText>();
  stored->text = text;
  return stored;
}

RevisionKey Key(uint32_t ordinal) { return {{1}, {1}, {ordinal}}; }

TEST(TextCache, FindsWhatWasPutIn) {
  TextCache cache(10'000);
  EXPECT_EQ(cache.Find(Key(0)), nullptr);
  cache.Insert(Key(0), Text("zero"));
  cache.Insert(Key(1), Text("one"));
  ASSERT_NE(cache.Find(Key(0)), nullptr);
  EXPECT_EQ(cache.Find(Key(0))->text, "zero");
  EXPECT_EQ(cache.Find(Key(1))->text, "one");
}

TEST(TextCache, KeepsTheFirstOfOneKey) {
  TextCache cache(10'000);
  cache.Insert(Key(0), Text("zero"));
  cache.Insert(Key(0), Text("other"));
  EXPECT_EQ(cache.Find(Key(0))->text, "zero");
}

TEST(TextCache, LetsGoFirstOfWhatWasNotAskedForLongest) {
  TextCache cache(4'000);
  cache.Insert(Key(0), Text(std::string(1'000, 'a')));
  cache.Insert(Key(1), Text(std::string(1'000, 'b')));
  cache.Insert(Key(2), Text(std::string(1'000, 'c')));
  EXPECT_NE(cache.Find(Key(0)), nullptr);
  cache.Insert(Key(3), Text(std::string(1'000, 'd')));
  EXPECT_NE(cache.Find(Key(0)), nullptr);
  EXPECT_EQ(cache.Find(Key(1)), nullptr);
  EXPECT_NE(cache.Find(Key(3)), nullptr);
}

TEST(TextCache, KeepsTheLastTextHoweverLargeItIs) {
  TextCache cache(100);
  cache.Insert(Key(0), Text("small"));
  cache.Insert(Key(1), Text(std::string(1'000, 'b')));
  EXPECT_EQ(cache.Find(Key(0)), nullptr);
  EXPECT_NE(cache.Find(Key(1)), nullptr);
}

TEST(TextCache, ATextLivesAsLongAsSomebodyHoldsIt) {
  TextCache cache(100);
  cache.Insert(Key(0), Text("held"));
  const auto held = cache.Find(Key(0));
  cache.Insert(Key(1), Text(std::string(1'000, 'b')));
  EXPECT_EQ(held->text, "held");
}

}  // namespace
}  // namespace muragat
