#include "muragat/store/pending_writes.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "muragat/store/merged_cursor.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using Records = std::map<std::string, std::string>;

// What a cursor sees from one end to the other.
Records Forward(Cursor& cursor) {
  Records seen;
  for (cursor.Seek(""); cursor.Valid(); cursor.Next()) {
    EXPECT_TRUE(seen.empty() || seen.rbegin()->first < cursor.key());
    seen.emplace(cursor.key(), cursor.value());
  }
  return seen;
}

Records Backward(Cursor& cursor) {
  Records seen;
  for (cursor.SeekForPrev(std::string(40, '\xff')); cursor.Valid(); cursor.Prev()) {
    EXPECT_TRUE(seen.empty() || seen.begin()->first > cursor.key());
    seen.emplace(cursor.key(), cursor.value());
  }
  return seen;
}

Records StartingWith(const Records& records, const std::string& prefix) {
  Records found;
  for (const auto& [key, value] : records) {
    if (key.starts_with(prefix)) found.emplace(key, value);
  }
  return found;
}

// A document's number and a few bytes behind it, so that keys come twice.
std::string RandomKey(support::Random& random) {
  std::string key("\0\0\0", 3);
  key.push_back(static_cast<char>(random.Below(5)));
  for (size_t i = random.Below(3); i > 0; --i) key.push_back(static_cast<char>('a' + random.Below(4)));
  return key;
}

std::string RandomValue(support::Random& random) {
  return std::string(random.Below(20), static_cast<char>('A' + random.Below(26)));
}

TEST(PendingWrites, ShowTheLastValueOfAKey) {
  PendingWrites writes;
  EXPECT_TRUE(writes.Empty(Family::kLog));
  writes.Put(Family::kLog, "k", "one");
  writes.Put(Family::kLog, "k", "two");
  writes.Put(Family::kDerived, "k", "");
  EXPECT_EQ(writes.Get(Family::kLog, "k"), "two");
  EXPECT_EQ(writes.Get(Family::kDerived, "k"), "");
  EXPECT_EQ(writes.Get(Family::kLog, "j"), std::nullopt);
  EXPECT_FALSE(writes.Empty(Family::kLog));
  writes.Clear();
  EXPECT_TRUE(writes.Empty(Family::kLog));
  EXPECT_EQ(writes.Get(Family::kLog, "k"), std::nullopt);
  EXPECT_EQ(writes.size_bytes(), 0u);
}

TEST(PendingWrites, ACursorSeesWhatWasThereWhenItWasMade) {
  PendingWrites writes;
  writes.Put(Family::kRevision, std::string("\0\0\0\1a", 5), "1");
  const auto cursor = writes.NewCursor(Family::kRevision, std::string_view("\0\0\0\1", 4));
  writes.Put(Family::kRevision, std::string("\0\0\0\1b", 5), "2");
  EXPECT_EQ(Forward(*cursor).size(), 1u);
  EXPECT_EQ(Forward(*writes.NewCursor(Family::kRevision, std::string_view("\0\0\0\1", 4))).size(), 2u);
}

TEST(PendingWrites, AreAMapWhateverIsWrittenDroppedAndAsked) {
  support::Random random(515151);
  for (int round = 0; round < 60; ++round) {
    PendingWrites writes;
    std::map<Family, Records> model, marked;
    for (int step = 0; step < 120; ++step) {
      const Family family = random.OneIn(2) ? Family::kRevision : Family::kCatalog;
      const std::string key = RandomKey(random), value = RandomValue(random);
      switch (random.Below(8)) {
        case 0:
          writes.Mark();
          marked = model;
          break;
        case 1:
          writes.DropWrites();
          model = marked;
          break;
        case 2:
          ASSERT_EQ(writes.Get(family, key).has_value(), model[family].contains(key));
          if (model[family].contains(key)) {
            ASSERT_EQ(*writes.Get(family, key), model[family][key]);
          }
          break;
        case 3: {
          const std::string prefix = key.substr(0, random.OneIn(3) ? 0 : 4);
          const auto cursor = writes.NewCursor(family, prefix);
          ASSERT_EQ(Forward(*cursor), StartingWith(model[family], prefix));
          ASSERT_EQ(Backward(*cursor), StartingWith(model[family], prefix));
          break;
        }
        default:
          writes.Put(family, key, value);
          model[family][key] = value;
      }
    }
    for (const Family family : {Family::kRevision, Family::kCatalog}) {
      Records seen;
      ASSERT_TRUE(writes
                      .VisitInOrder(family,
                                    [&seen](std::string_view key, std::string_view value) {
                                      EXPECT_TRUE(seen.empty() || seen.rbegin()->first < key);
                                      seen.emplace(key, value);
                                      return Status::Ok();
                                    })
                      .ok());
      ASSERT_EQ(seen, model[family]) << round;
    }
  }
}

TEST(PendingWrites, VisitingStopsAtAFailure) {
  PendingWrites writes;
  for (const char* key : {"a", "b", "c"}) writes.Put(Family::kLog, key, "");
  int visited = 0;
  const Status status = writes.VisitInOrder(Family::kLog, [&visited](std::string_view key, std::string_view) {
    ++visited;
    return key == "b" ? Status::Io("full") : Status::Ok();
  });
  EXPECT_EQ(status.code(), StatusCode::kIo);
  EXPECT_EQ(visited, 2);
}

TEST(MergedCursor, IsACursorOverBothOfWhichTheUpperHides) {
  support::Random random(616161);
  for (int round = 0; round < 80; ++round) {
    PendingWrites upper, lower;
    Records model;
    for (size_t i = random.Below(30); i > 0; --i) {
      const std::string key = RandomKey(random);
      lower.Put(Family::kLog, key, model[key] = RandomValue(random));
    }
    for (size_t i = random.Below(30); i > 0; --i) {
      const std::string key = RandomKey(random);
      upper.Put(Family::kLog, key, model[key] = RandomValue(random));
    }
    MergedCursor cursor(upper.NewCursor(Family::kLog, ""), lower.NewCursor(Family::kLog, ""));
    ASSERT_EQ(Forward(cursor), model);
    ASSERT_EQ(Backward(cursor), model);
    auto at = model.end();
    for (int step = 0; step < 60; ++step) {  // to and fro
      const std::string key = RandomKey(random);
      const uint32_t way = random.Below(4);
      if (way == 0 || at == model.end()) {
        cursor.Seek(key);
        at = model.lower_bound(key);
      } else if (way == 1) {
        cursor.SeekForPrev(key);
        at = model.upper_bound(key);
        at = at == model.begin() ? model.end() : std::prev(at);
      } else if (way == 2) {
        cursor.Next();
        ++at;
      } else {
        cursor.Prev();
        at = at == model.begin() ? model.end() : std::prev(at);
      }
      ASSERT_EQ(cursor.Valid(), at != model.end()) << round << " " << step;
      if (at == model.end()) continue;
      ASSERT_EQ(cursor.key(), at->first);
      ASSERT_EQ(cursor.value(), at->second);
    }
  }
}

}  // namespace
}  // namespace muragat
