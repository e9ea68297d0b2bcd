#include "muragat/diff/shingle_diff.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/support/random.h"

namespace muragat {
namespace {

size_t InsertedBytes(const EditScript& script) {
  size_t bytes = 0;
  for (const Edit& edit : script) {
    if (edit.kind == EditKind::kInsert) bytes += edit.size_bytes;
  }
  return bytes;
}

std::string Words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i)
    text += "word" + std::to_string(i * int64_t{7919} % 1'000'003) + (i % 12 == 11 ? "\n" : " ");
  return text;
}

void ExpectRoundTrip(const std::string& older, const std::string& newer) {
  const EditScript script = DiffByShingles(older, newer);
  const auto applied = ApplyScript(script, older);
  ASSERT_TRUE(applied.ok()) << applied.status().message();
  ASSERT_EQ(*applied, newer);
}

TEST(DiffByShingles, OfEqualTextsKeepsAll) {
  const std::string text = Words(0, 300);
  EXPECT_EQ(InsertedBytes(DiffByShingles(text, text)), 0u);
  ExpectRoundTrip("", "");
}

TEST(DiffByShingles, OfAChangedWordInsertsThatWord) {
  const std::string older = Words(0, 1000) + "gamma " + Words(1000, 2000);
  const std::string newer = Words(0, 1000) + "delta " + Words(1000, 2000);
  EXPECT_LE(InsertedBytes(DiffByShingles(older, newer)), 6u);
  ExpectRoundTrip(older, newer);
}

TEST(DiffByShingles, OfSeveralChangesInsertsLittleMoreThanThese) {
  std::string older, newer;
  for (int i = 0; i < 40; ++i) {
    older += Words(i * 50, i * 50 + 50) + "old" + std::to_string(i) + " ";
    newer += Words(i * 50, i * 50 + 50) + (i % 3 == 0 ? "" : "new" + std::to_string(i) + " ");
  }
  EXPECT_LE(InsertedBytes(DiffByShingles(older, newer)), 40u * 12);
  ExpectRoundTrip(older, newer);
}

TEST(DiffByShingles, FindsWhatIsLeftWhereBothEndsChanged) {
  const std::string kept = Words(0, 400);
  const std::string older = "first " + kept + "last", newer = "prologue " + kept + "epilogue";
  EXPECT_LE(InsertedBytes(DiffByShingles(older, newer)), 20u);
  ExpectRoundTrip(older, newer);
}

TEST(DiffByShingles, OfChineseInsertsTheCharactersThatChanged) {
  std::string sentence;
  for (int i = 0; i < 60; ++i) sentence += "第一条国家保护公民的权利和自由" + std::to_string(i);
  std::string newer = sentence;
  newer.replace(newer.find("国家保护", newer.size() / 2), std::string("国家").size(), "社会");
  EXPECT_LE(InsertedBytes(DiffByShingles(sentence, newer)), 30u);
  ExpectRoundTrip(sentence, newer);
}

TEST(DiffByShingles, LeadsFromOneTextToTheOtherWhateverTheyAre) {
  support::Random random(77001);
  for (int round = 0; round < 400; ++round) {
    std::string older;
    for (size_t i = random.Below(400); i > 0; --i) {
      if (random.OneIn(6)) older += random.OneIn(3) ? "\n" : " ";
      older += random.OneIn(9) ? "条" : std::string(1, static_cast<char>('a' + random.Below(4)));
    }
    std::string newer = older;
    for (size_t edits = random.Below(8); edits > 0;
         --edits) {  // cuts, repeats, moves, anywhere among the bytes
      const size_t at = random.Below(newer.size() + 1), size = random.Below(newer.size() - at + 1);
      const std::string piece = newer.substr(at, size);
      if (random.OneIn(2)) newer.erase(at, size);
      newer.insert(random.Below(newer.size() + 1), random.OneIn(3) ? "new words " : piece);
      if (newer.size() > 5000) newer.resize(5000);
    }
    ExpectRoundTrip(older, newer);
  }
}

// Of a few MB all in one stretch; a table that fills up badly makes this take minutes.
TEST(DiffByShingles, OfALongTextIsStillSmall) {
  const std::string older = "first " + Words(0, 250'000) + "last";
  std::string newer = "other " + older;
  for (size_t at = 1'000; at < newer.size(); at += 50'000)
    newer.replace(newer.find(' ', at), 1, " inserted ");
  newer += " end";
  const EditScript script = DiffByShingles(older, newer);
  EXPECT_LE(InsertedBytes(script), newer.size() / 500);
  ExpectRoundTrip(older, newer);
}

TEST(DiffByShingles, WithMemoryUsedAgainSaysTheSame) {
  ShingleDiffer differ;
  for (int i = 0; i < 20; ++i) {
    const std::string older = Words(i, 200 + i * 13),
                      newer = Words(i / 2, 150) + "more " + Words(150, 190 + i);
    EXPECT_EQ(differ.Diff(older, newer), DiffByShingles(older, newer)) << i;
  }
}

}  // namespace
}  // namespace muragat
