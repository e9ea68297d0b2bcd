// Whatever is recorded, in whatever order: the archive answers as a plain replay of everything does.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/store/replayed_archive.h"
#include "tests/support/random.h"
#include "tests/support/random_document.h"
#include "tests/support/states.h"

namespace muragat {
namespace {

using support::Random;

constexpr int kDocuments = 50, kStates = 20, kQuestions = 10'000;

// A date of any precision within a few years, so that neighbours and equal instants come often.
ValidDate RandomDate(Random& random) {
  const std::string year = std::to_string(2018 + random.Below(5)), month = random.OneIn(2) ? "-01" : "-07";
  const std::string day = random.OneIn(2) ? "-01" : "-15",
                    time = random.OneIn(2) ? "T00:00:00Z" : "T12:30:00Z";
  const std::string text[] = {year, year + month, year + month + day, year + month + day + time};
  return ParseDate(text[random.Below(4)]).value();
}

// An instant at a date's beginning or end, or just beside it.
Instant RandomInstant(Random& random) {
  const ValidDate date = RandomDate(random);
  const Instant edge = random.OneIn(2) ? date.first : date.Last();
  return Instant::FromSeconds(edge.seconds() + random.Below(3) - 1);
}

// Documents that change, go and come back. With `ties` a document may have several states of one date.
std::vector<State> RandomStates(Random& random, bool ties) {
  std::vector<State> states;
  for (int d = 0; d < kDocuments; ++d) {
    Document document = support::RandomDocument(random);
    std::vector<Document> earlier = {document};
    std::vector<ValidDate> dates;
    for (int s = 0; s < kStates; ++s) {
      document = random.OneIn(6) ? random.Pick(earlier) : support::ChangeDocument(document, random);
      earlier.push_back(document);
      ValidDate valid = RandomDate(random);
      while (!ties && std::find(dates.begin(), dates.end(), valid) != dates.end()) {
        valid = {Instant::FromSeconds(valid.first.seconds() + 1 + random.Below(100)), Precision::kSecond};
      }
      dates.push_back(valid);
      State state{.document = support::Id("doc/" + std::to_string(d)), .valid = valid};
      if (!random.OneIn(3)) state.reform = "Reform " + std::to_string(random.Below(4));
      if (!random.OneIn(8)) state.content = document;
      states.push_back(state);
    }
  }
  random.Shuffle(states);
  return states;
}

TEST(ReplayLaw, TheSameStatesInAnyOrderGiveEveryDateTheSameText) {
  constexpr uint32_t kSeed = 21;
  Random random(kSeed);
  std::vector<State> forward = RandomStates(random, false);
  std::sort(forward.begin(), forward.end(), [](const State& a, const State& b) { return a.valid < b.valid; });
  std::vector<State> backward(forward.rbegin(), forward.rend()), shuffled = forward;
  random.Shuffle(shuffled);
  std::vector<std::unique_ptr<ReplayedArchive>> archives;
  for (const auto& states : {forward, backward, shuffled}) {
    archives.push_back(std::make_unique<ReplayedArchive>());
    for (size_t i = 0; i < states.size(); i += 250) {
      archives.back()->Import(
          {states.begin() + static_cast<std::ptrdiff_t>(i),
           states.begin() + static_cast<std::ptrdiff_t>(std::min(i + 250, states.size()))});
    }
    EXPECT_TRUE(archives.back()->archive().Codes().empty());
  }
  int texts = 0;
  for (int i = 0; i < kQuestions; ++i) {
    const std::string document = "doc/" + std::to_string(random.Below(kDocuments));
    const Instant at = RandomInstant(random);
    const auto expected = archives[0]->model().Ask(document, at);
    for (const auto& archive : archives) {
      ASSERT_EQ(archive->archive().TextAt(document, at), expected) << document << " at " << FormatInstant(at);
    }
    if (expected) ++texts;
  }
  EXPECT_GT(texts, kQuestions / 2);
}

TEST(ReplayLaw, EveryDocumentDateAndCommitIsAnsweredAsByAReplay) {
  constexpr uint32_t kSeed = 22;
  Random random(kSeed);
  ReplayedArchive archive;
  const std::vector<State> states = RandomStates(random, true);
  int withdrawn = 0;
  for (size_t i = 0; i < states.size();) {
    const size_t end = std::min(states.size(), i + 1 + random.Below(60));
    std::vector<State> run(states.begin() + static_cast<std::ptrdiff_t>(i),
                           states.begin() + static_cast<std::ptrdiff_t>(end));
    for (uint32_t n = random.Below(6); n > 0; --n) run.push_back(random.Pick(run));  // there and back again
    for (uint32_t n = i == 0 ? 0 : random.Below(6); n > 0; --n)
      run.push_back(states[random.Below(i)]);  // known ones
    archive.Import(run);
    i = end;
    for (uint32_t n = random.Below(4); n > 0; --n) {
      if (archive.Withdraw(states[random.Below(end)])) ++withdrawn;
    }
  }
  EXPECT_GT(withdrawn, 20);
  EXPECT_TRUE(archive.archive().Codes().empty());
  const uint32_t commits = archive.archive().reader().LastCommit()->value;
  EXPECT_GT(commits, 40u);
  int texts = 0;
  for (int i = 0; i < kQuestions; ++i) {
    const std::string document = "doc/" + std::to_string(random.Below(kDocuments));
    const Instant at = RandomInstant(random);
    const CommitNumber known_at{random.Below(commits + 2)};
    const auto expected = archive.model().Ask(document, at, known_at);
    ASSERT_EQ(archive.archive().TextAt(document, at, known_at), expected)
        << document << " at " << FormatInstant(at) << " as known after commit " << known_at.value;
    if (expected) ++texts;
  }
  EXPECT_GT(texts, kQuestions / 4);
}

TEST(ReplayLaw, EverythingImportedTwiceAddsNothing) {
  constexpr uint32_t kSeed = 23;
  Random random(kSeed);
  ReplayedArchive archive;
  const std::vector<State> states = RandomStates(random, true);
  archive.Import(states);
  const auto before = archive.archive().Dump();
  archive.Import(states);
  EXPECT_EQ(archive.archive().Dump(), before);
}

}  // namespace
}  // namespace muragat
