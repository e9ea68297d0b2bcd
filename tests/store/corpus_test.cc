// Real histories: what went in comes out, whatever the order, the date and the commit.
#include "tests/support/corpus.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include <gtest/gtest.h>

#include "tests/store/memory_archive.h"
#include "tests/store/replayed_archive.h"
#include "tests/support/dates.h"
#include "tests/support/random.h"

namespace muragat {
namespace {

using support::Random;

constexpr int kQuestions = 10'000;

// Skips the test where the corpus is not on this machine; else declares `path`.
#define MURAGAT_FIND_CORPUS(path, name)                                      \
  const std::optional<std::string> path##_found = support::FindCorpus(name); \
  if (!path##_found) GTEST_SKIP() << "skipped: no corpus";                   \
  const std::string& path = *path##_found

using Moment = std::pair<std::string, ValidDate>;  // a document and a date

Moment MomentOf(const State& state) { return {state.document.text(), state.valid}; }

// What a state says; nothing where it is a removal.
std::optional<std::string> TextOf(const State& state) {
  return state.content ? std::optional<std::string>(state.content->Text()) : std::nullopt;
}

// The states without those that a later line of the same document and date takes the place of.
std::vector<State> WithoutTies(const std::vector<State>& states) {
  std::map<Moment, size_t> last;
  for (size_t i = 0; i < states.size(); ++i) last[MomentOf(states[i])] = i;
  std::vector<State> kept;
  for (size_t i = 0; i < states.size(); ++i) {
    if (last[MomentOf(states[i])] == i) kept.push_back(states[i]);
  }
  return kept;
}

// An instant at or beside one of the dates at which a document changed.
struct Question {
  std::string document;
  Instant at;
};
Question AnyQuestion(const std::vector<State>& states, Random& random) {
  const State& asked = random.Pick(states);
  const State& about = random.OneIn(3) ? random.Pick(states) : asked;
  const int64_t beside = random.OneIn(2) ? int64_t{random.Below(3)} - 1 : int64_t{random.Below(200 * 86'400)};
  return {asked.document.text(), Instant::FromSeconds(about.valid.first.seconds() + beside)};
}

std::string NameOf(const testing::TestParamInfo<const char*>& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

class States : public testing::TestWithParam<const char*> {};
class Orders : public testing::TestWithParam<const char*> {};

TEST_P(States, ComeBackByteForByteAtTheirOwnDateAndAddNothingTwice) {
  MURAGAT_FIND_CORPUS(path, GetParam());
  MemoryArchive archive;
  std::map<Moment, uint64_t> last;  // the number of the last line of each document and date
  uint64_t line = 0;
  {
    Writer writer(archive.database(), archive.clock(), {});
    const Status read = support::ReadCorpus(path, [&](State&& state) {
      last[MomentOf(state)] = ++line;
      const auto outcome = writer.Add(state);
      ASSERT_TRUE(outcome.ok() && !outcome->known) << "line " << line << ": " << outcome.status().message();
    });
    ASSERT_TRUE(read.ok()) << read.message();
    ASSERT_TRUE(writer.Commit().ok());
  }
  const CommitNumber commits = archive.reader().LastCommit().value();
  line = 0;
  uint64_t compared = 0;
  Writer again(archive.database(), archive.clock(), {});
  const Status read = support::ReadCorpus(path, [&](State&& state) {
    if (last[MomentOf(state)] == ++line) {
      ++compared;
      const auto text = archive.TextAt(state.document.text(), state.valid.Last());
      ASSERT_EQ(text.has_value(), state.content.has_value()) << "line " << line;
      ASSERT_TRUE(!text || *text == state.content->Text()) << "line " << line;
    }
    const auto outcome = again.Add(state);
    ASSERT_TRUE(outcome.ok() && outcome->known) << "line " << line;
  });
  ASSERT_TRUE(read.ok()) << read.message();
  EXPECT_EQ(compared, last.size());
  EXPECT_EQ(again.Commit().value(), commits);
  EXPECT_EQ(archive.reader().LastCommit().value(), commits);
  EXPECT_EQ(archive.Codes(), std::vector<std::string>{});
}

INSTANTIATE_TEST_SUITE_P(Corpus, States, testing::Values("site-policy", "code-civil", "kz-laws", "ota-pga"),
                         NameOf);

TEST_P(Orders, ForwardBackwardAndShuffledAnswerAlike) {
  MURAGAT_FIND_CORPUS(path, GetParam());
  constexpr uint32_t kSeed = 31;
  Random random(kSeed);
  const auto all = support::ReadStates(path);
  ASSERT_TRUE(all.ok()) << all.status().message();
  const std::vector<State> forward = WithoutTies(*all);
  std::vector<State> shuffled = forward;
  random.Shuffle(shuffled);
  std::vector<std::unique_ptr<ReplayedArchive>> archives;
  for (const auto& states : {forward, std::vector<State>(forward.rbegin(), forward.rend()), shuffled}) {
    archives.push_back(std::make_unique<ReplayedArchive>());
    archives.back()->Import(states);
  }
  int texts = 0;
  for (int i = 0; i < kQuestions; ++i) {
    const auto [document, at] = AnyQuestion(forward, random);
    const auto expected = archives[0]->model().Ask(document, at);
    for (const auto& archive : archives) {
      const auto text = archive->archive().TextAt(document, at);
      ASSERT_TRUE(text == expected) << document << " at " << FormatInstant(at);
    }
    if (expected) ++texts;
  }
  EXPECT_GT(texts, kQuestions / 4);
}

INSTANTIATE_TEST_SUITE_P(Corpus, Orders, testing::Values("site-policy", "code-civil", "kz-laws"), NameOf);

TEST(Corpus, KnownAtAnswersAsAReplayOfSeveralImportsWithWithdrawalsBetween) {
  MURAGAT_FIND_CORPUS(path, "site-policy");
  constexpr uint32_t kSeed = 32;
  Random random(kSeed);
  auto states = support::ReadStates(path);
  ASSERT_TRUE(states.ok()) << states.status().message();
  random.Shuffle(*states);
  ReplayedArchive archive;
  int withdrawn = 0;
  for (size_t i = 0; i < states->size();) {
    const size_t end = std::min(states->size(), i + 50 + random.Below(200));
    std::vector<State> run(states->begin() + static_cast<std::ptrdiff_t>(i),
                           states->begin() + static_cast<std::ptrdiff_t>(end));
    for (int n = i == 0 ? 0 : 20; n > 0; --n)
      run.push_back((*states)[random.Below(i)]);  // known, or withdrawn
    archive.Import(run, {.max_commit_states = 30});
    i = end;
    for (int n = 0; n < 15; ++n) {
      if (archive.Withdraw((*states)[random.Below(end)])) ++withdrawn;
    }
  }
  EXPECT_GT(withdrawn, 50);
  const uint32_t commits = archive.archive().reader().LastCommit()->value;
  int texts = 0;
  for (int i = 0; i < kQuestions; ++i) {
    const auto [document, at] = AnyQuestion(*states, random);
    const CommitNumber known_at{random.Below(commits + 2)};
    const auto expected = archive.model().Ask(document, at, known_at);
    const auto text = archive.archive().TextAt(document, at, known_at);
    ASSERT_TRUE(text == expected) << document << " at " << FormatInstant(at) << ", commit " << known_at.value;
    if (expected) ++texts;
  }
  EXPECT_GT(texts, kQuestions / 8);
  EXPECT_EQ(archive.archive().Codes(), std::vector<std::string>{});
}

TEST(Corpus, TiesAreAllInTheHistoryAndTheLaterLineIsTheText) {
  MURAGAT_FIND_CORPUS(path, "fr-everything");
  std::unordered_map<std::string, std::set<ValidDate>> dates;
  std::set<std::string> with_ties;
  Status read = support::ReadCorpus(path, [&](State&& state) {
    if (!dates[state.document.text()].insert(state.valid).second) with_ties.insert(state.document.text());
  });
  ASSERT_TRUE(read.ok()) << read.message();
  dates.clear();
  EXPECT_EQ(with_ties.size(), 1'460u);
  std::vector<State> states;
  read = support::ReadCorpus(path, [&](State&& state) {
    if (with_ties.contains(state.document.text())) states.push_back(std::move(state));
  });
  ASSERT_TRUE(read.ok()) << read.message();
  MemoryArchive archive;
  archive.Import(states);

  std::map<Moment, std::vector<const State*>> moments;
  for (const State& state : states) moments[MomentOf(state)].push_back(&state);
  int ties = 0, repeated = 0;
  for (auto& [moment, lines] : moments) {
    if (lines.size() < 2) continue;
    ++ties;
    // Two lines that say the same of the same reform, one after the other, are one fact.
    const auto repetition = std::unique(lines.begin(), lines.end(), [](const State* a, const State* b) {
      return a->reform == b->reform && TextOf(*a) == TextOf(*b);
    });
    repeated += static_cast<int>(lines.end() - repetition);
    lines.erase(repetition, lines.end());
    const auto editions = archive.reader().ReadEditionsAt(archive.NumberOf(moment.first), moment.second);
    ASSERT_TRUE(editions.ok());
    ASSERT_EQ(editions->size(), lines.size()) << moment.first << " " << FormatDate(moment.second);
    for (size_t i = 0; i < lines.size(); ++i) {
      EXPECT_EQ((*editions)[i].removed, !lines[i]->content);
      EXPECT_EQ(archive.reader().ReadText((*editions)[i]).value(), TextOf(*lines[i]).value_or(""));
    }
    EXPECT_EQ(archive.TextAt(moment.first, moment.second.first), TextOf(*lines.back())) << moment.first;
  }
  EXPECT_EQ(ties, 1'517);
  EXPECT_EQ(repeated, 2);
}

TEST(Corpus, DatesOfAYearOrAMonthComeBackAsTheyWereGiven) {
  MURAGAT_FIND_CORPUS(path, "kz-laws");
  auto states = support::ReadStates(path);
  ASSERT_TRUE(states.ok()) << states.status().message();
  std::map<std::string, std::multiset<std::string>> given, found;
  for (size_t i = 0; i < states->size(); ++i) {
    State& state = (*states)[i];
    const std::string date = FormatDate(state.valid).substr(0, i % 3 == 0 ? 4 : i % 3 == 1 ? 7 : 10);
    state.valid = support::Date(date);
    state.reform += " " + std::to_string(i);
    given[state.document.text()].insert(date);
  }
  MemoryArchive archive;
  archive.Import(*states);
  for (const auto& [document, dates] : given) {
    for (const auto& entry : archive.History(document))
      found[document].insert(FormatDate(entry.edition.valid));
  }
  EXPECT_EQ(found, given);
}

}  // namespace
}  // namespace muragat
