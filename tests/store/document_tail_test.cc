#include "muragat/store/document_tail.h"

#include <string>

#include <gtest/gtest.h>

#include "muragat/store/known_hashes.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

Section RandomSection(support::Random& random) {
  const auto text = [&random](size_t max) {
    return std::string(random.Below(max), static_cast<char>('a' + random.Below(26)));
  };
  return {text(30), text(300), text(4), text(40), random.Below(5), random.OneIn(3)};
}

TEST(PackedSections, GiveBackWhatWasPutIn) {
  support::Random random(90);
  PackedSections packed;
  for (int round = 0; round < 100; ++round) {
    std::vector<Section> sections;
    for (size_t i = random.Below(12); i > 0; --i) sections.push_back(RandomSection(random));
    packed.Assign(ViewsOf(sections));
    ASSERT_EQ(packed.size(), sections.size());
    std::vector<SectionView> views;
    packed.AppendViews(views);
    for (size_t i = 0; i < sections.size(); ++i) {
      ASSERT_EQ(views[i].ToSection(), sections[i]) << round;
      ASSERT_EQ(packed.View(i), SectionView(sections[i]));
      ASSERT_EQ(packed.TextOf(i), sections[i].Text());
    }
  }
  packed.Clear();
  EXPECT_EQ(packed.size(), 0u);
  EXPECT_EQ(packed.SizeBytes(), 0u);
}

TEST(DocumentTail, KnowsWhereATextIsHeld) {
  DocumentTail tail;
  const std::vector<Section> sections(2);
  tail.refs = {{{3}, {7}, 0}, {{1}, {0}, 0}};
  tail.Hold(ViewsOf(sections));
  EXPECT_EQ(tail.PlaceOf({3}, {7}), 0u);
  EXPECT_EQ(tail.PlaceOf({1}, {0}), 1u);
  EXPECT_EQ(tail.PlaceOf({3}, {6}), DocumentTail::kNone) << "another text of it is held";
  EXPECT_EQ(tail.PlaceOf({2}, {0}), DocumentTail::kNone);
  EXPECT_EQ(tail.PlaceOf({9}, {0}), DocumentTail::kNone);
}

TEST(DocumentTails, FindWhatWasAddedUntilItIsForgotten) {
  DocumentTails tails(1 << 20);
  EXPECT_EQ(tails.Find("a"), nullptr);
  tails.Add("a", {1}).last_section = 5;
  tails.Shrink();
  tails.Add("b", {2});
  tails.Shrink();
  ASSERT_NE(tails.Find("a"), nullptr);
  EXPECT_EQ(tails.Find("a")->last_section, 5u);
  tails.Forget("a");
  EXPECT_EQ(tails.Find("a"), nullptr);
  EXPECT_EQ(tails.Find("b")->number, DocumentNumber{2});
  tails.Add("a", {3});
  EXPECT_EQ(tails.Find("a")->last_section, 0u) << "nothing of what was forgotten is left";
  tails.Clear();
  EXPECT_EQ(tails.Find("b"), nullptr);
}

TEST(DocumentTails, KeepTheirBoundAndTheOneAskedForLast) {
  constexpr size_t kMaxBytes = size_t{200} << 10;
  DocumentTails tails(kMaxBytes);
  support::Random random(91);
  const std::vector<Section> sections = {{.body = std::string(5'000, 'x')}};
  size_t held = 0, known = 0;
  for (uint32_t i = 0; i < 400; ++i) {
    const std::string id = "law/" + std::to_string(random.Below(300));
    DocumentTail* tail = tails.Find(id);
    if (tail == nullptr) tail = &tails.Add(id, {i + 1});
    tail->refs = {{{1}, {0}, 0}};
    tail->Hold(ViewsOf(sections));
    tails.Shrink();
    ASSERT_NE(tails.Find(id), nullptr) << id;
    ASSERT_TRUE(tails.Find(id)->has_sections);
  }
  for (int i = 0; i < 300; ++i) {
    const DocumentTail* tail = tails.Find("law/" + std::to_string(i));
    known += tail != nullptr ? 1u : 0u;
    held += tail != nullptr && tail->has_sections ? 1u : 0u;
  }
  EXPECT_LE(held * 5'000, kMaxBytes);
  EXPECT_GE(held, kMaxBytes / 5'000 / 3) << "not everything is dropped at once";
  EXPECT_GT(known, held) << "what was not asked for loses its sections first";
}

TEST(KnownHashes, KnowWhatCameBeforeUpToTheirBound) {
  KnownHashes known(1'000);
  support::Random random(92);
  std::vector<uint64_t> hashes;
  for (int i = 0; i < 1'000; ++i) hashes.push_back(uint64_t{random.Any()} << 32 | static_cast<uint64_t>(i));
  for (const uint64_t hash : hashes) {
    EXPECT_FALSE(known.full());
    EXPECT_TRUE(known.Add(hash));
  }
  for (const uint64_t hash : hashes) EXPECT_FALSE(known.Add(hash));
  EXPECT_TRUE(known.full());
  EXPECT_TRUE(known.Add(77)) << "it is new, and is not taken in any more";
  EXPECT_TRUE(known.Add(77));
}

TEST(KnownHashes, TakeZeroForAHashAsAnyOther) {
  KnownHashes known(10);
  EXPECT_TRUE(known.Add(0));
  EXPECT_FALSE(known.Add(0));
}

}  // namespace
}  // namespace muragat
