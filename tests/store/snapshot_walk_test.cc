#include "muragat/store/snapshot_walk.h"

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/support/generated_history.h"
#include "tests/support/random.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::Random;

// Documents of a few and of many editions, of which some were withdrawn, recorded date by date in turn.
void Fill(MemoryArchive& archive, Random& random) {
  std::vector<State> states;
  for (uint32_t d = 0; d < 12; ++d) {
    const uint32_t editions = d % 4 == 3 ? 150 : 1 + random.Below(12);
    auto history = support::GenerateHistory(900 + d, {.sections = 1 + 3 * d, .editions = editions});
    for (auto& edition : history.editions) {
      edition.state.document = support::Id("doc/" + std::to_string(d));
      states.push_back(std::move(edition.state));
    }
  }
  random.Shuffle(states);
  for (size_t begin = 0; begin < states.size(); begin += 100) {
    const size_t end = std::min(states.size(), begin + 100);
    const std::vector<State> run(states.begin() + static_cast<std::ptrdiff_t>(begin),
                                 states.begin() + static_cast<std::ptrdiff_t>(end));
    archive.Import(run);
    for (int i = 0; i < 10; ++i) {
      const State& wrong = run[static_cast<size_t>(i) * run.size() / 10];
      archive.Withdraw(wrong.document.text(), FormatDate(wrong.valid), wrong.reform);
      if (i % 5 == 0)
        archive.Import({{.document = wrong.document, .valid = wrong.valid, .reform = "Removal"}});
    }
  }
}

TEST(SnapshotWalk, GivesEveryDocumentAsTheReaderDoes) {
  constexpr uint32_t kSeed = 20261126;
  Random random(kSeed);
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  MemoryArchive archive;
  Fill(archive, random);
  const Reader& reader = archive.reader();
  const auto documents = reader.ListDocuments();
  ASSERT_TRUE(documents.ok());
  const uint32_t commits = reader.LastCommit()->value;
  std::vector<Instant> instants = {Instant::FromSeconds(0), Instant::Last()};
  for (const HistoryEntry& entry : archive.History("doc/3")) instants.push_back(entry.edition.valid.first);
  size_t texts = 0, nothing = 0;
  for (int i = 0; i < 120; ++i) {
    const Instant at = random.Pick(instants);
    const CommitNumber known_at = random.OneIn(2) ? kLatestCommit : CommitNumber{random.Below(commits + 1)};
    SnapshotWalk walk(reader, at, known_at);
    for (const DocumentEntry& document : *documents) {
      if (random.OneIn(5)) continue;  // not every document is asked for
      const auto expected = reader.FindEdition(document.number, at, known_at);
      const auto found = walk.Find(document.number);
      ASSERT_TRUE(expected.ok() && found.ok());
      ASSERT_EQ(expected->has_value(), *found != nullptr) << document.id;
      if (*found == nullptr) {
        ++nothing;
        continue;
      }
      ASSERT_EQ((*expected)->recorded, (*found)->recorded) << document.id;
      ASSERT_EQ((*expected)->removed, (*found)->removed);
      ASSERT_EQ((*expected)->sections, (*found)->sections);
      if ((*found)->removed || random.OneIn(5)) continue;  // nor is every text
      std::string text = "before ", title;
      ASSERT_TRUE(walk.AppendText(text, title).ok());
      ASSERT_EQ(text, "before " + *reader.ReadText(**expected)) << document.id;
      ASSERT_EQ((*expected)->title, (*found)->title);
      ++texts;
    }
  }
  EXPECT_GT(texts, 300u);
  EXPECT_GT(nothing, 20u);
}

TEST(SnapshotWalk, ATextThatIsNotThereIsDamage) {
  MemoryArchive archive;
  archive.Import({support::GenerateHistory(78, {.sections = 3, .editions = 1}).editions[0].state});
  const auto damaged = archive.Without(Family::kRevision, EncodeRevisionKey({{1}, {2}, {0}}));
  SnapshotWalk walk(damaged->reader(), Instant::Last(), kLatestCommit);
  ASSERT_TRUE(walk.Find({1}).ok());
  std::string text, title;
  EXPECT_EQ(walk.AppendText(text, title).code(), StatusCode::kCorruption);
}

}  // namespace
}  // namespace muragat
