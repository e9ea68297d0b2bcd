#include "muragat/store/standing_cache.h"

#include <map>

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/dates.h"
#include "tests/support/random.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::LastOf;
using support::TextState;

Instant At(int64_t second) { return Instant::FromSeconds(second); }

Standing From(int64_t from, int64_t until) {
  Standing standing;
  standing.from = At(from);
  standing.until = At(until);
  standing.edition = std::make_shared<Edition>(Edition{.title = std::to_string(from)});
  return standing;
}

TEST(StandingCache, AnswersForTheStretchesItKnows) {
  StandingCache cache(1 << 20);
  cache.Insert("a", {7}, From(100, 200));
  cache.Insert("a", {7}, From(300, 400));
  Standing last = From(400, 0);
  last.endless = true;
  cache.Insert("a", {7}, last);
  EXPECT_EQ(cache.Find("a", At(99)), nullptr);
  EXPECT_EQ(cache.Find("a", At(100))->edition->title, "100");
  EXPECT_EQ(cache.Find("a", At(199))->edition->title, "100");
  EXPECT_EQ(cache.Find("a", At(200)), nullptr) << "the end is not in the stretch";
  EXPECT_EQ(cache.Find("a", At(399))->edition->title, "300");
  EXPECT_EQ(cache.Find("a", At(1'000'000))->edition->title, "400");
  EXPECT_EQ(cache.Find("b", At(100)), nullptr);
  EXPECT_EQ(cache.FindNumber("a"), DocumentNumber{7});
  EXPECT_EQ(cache.FindNumber("b"), std::nullopt);
  cache.Clear();
  EXPECT_EQ(cache.Find("a", At(100)), nullptr);
  EXPECT_EQ(cache.size_bytes(), 0u);
}

TEST(StandingCache, DropsTheDocumentNotAskedForLongest) {
  StandingCache cache(4'000);
  for (const char* id : {"a", "b", "c"}) {
    Standing* standing = cache.Insert(id, {1}, From(1, 2));
    standing->text = std::make_shared<const std::string>(1'000, 'x');
    cache.CountText(*standing);
    cache.Find("a", At(1));
  }
  EXPECT_NE(cache.Find("a", At(1)), nullptr);
  EXPECT_EQ(cache.Find("b", At(1)), nullptr);
  EXPECT_NE(cache.Find("c", At(1)), nullptr);
  EXPECT_LE(cache.size_bytes(), 4'000u);
}

TEST(StandingCache, KeepsItsBoundForOneDocumentOfManyTexts) {
  constexpr size_t kMaxBytes = 50'000;
  StandingCache cache(kMaxBytes);
  for (int i = 0; i < 500; ++i) {
    Standing* standing = cache.Insert("a", {1}, From(i * 10, i * 10 + 10));
    standing->text = std::make_shared<const std::string>(1'000, 'x');
    cache.CountText(*standing);
    ASSERT_LE(cache.size_bytes(), kMaxBytes + 2'000);
    ASSERT_NE(cache.Find("a", At(i * 10)), nullptr);
  }
}

TEST(FindText, GivesTheSameTextWithoutACopyOnceItWasAskedForTwice) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2020", "one"), TextState("a", "2022", "two")});
  const auto ask = [&archive] { return *archive.reader().FindText("a", LastOf("2021")); };
  EXPECT_EQ(*ask(), "# Law\none");
  const auto kept = ask();
  EXPECT_EQ(ask(), kept);
}

TEST(FindText, SeesWhatIsCommittedAfterwards) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2020", "one")});
  for (int i = 0; i < 3; ++i) EXPECT_EQ(**archive.reader().FindText("a", LastOf("2022")), "# Law\none");
  archive.Import({TextState("a", "2021", "two")});
  EXPECT_EQ(**archive.reader().FindText("a", LastOf("2022")), "# Law\ntwo");
  archive.Withdraw("a", "2021");
  EXPECT_EQ(**archive.reader().FindText("a", LastOf("2022")), "# Law\none");
}

TEST(FindText, IsNullWhereNothingStands) {
  MemoryArchive archive;
  archive.Import({TextState("a", "2020", "one"), support::Removal("a", "2021")});
  EXPECT_EQ(*archive.reader().FindText("b", LastOf("2022")), nullptr);
  EXPECT_EQ(*archive.reader().FindText("a", LastOf("2019")), nullptr);
  EXPECT_EQ(*archive.reader().FindText("a", LastOf("2021")), nullptr);
  EXPECT_TRUE((*archive.reader().FindStanding("a", LastOf("2021")))->removed);
  EXPECT_EQ(*archive.reader().FindStanding("a", LastOf("2019")), nullptr);
}

}  // namespace
}  // namespace muragat
