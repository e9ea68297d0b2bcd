// Instructions of real changes: each edition of a corpus after the one before it. MURAGAT_ALL_STATES=1 takes
// every document of the larger corpora.
#include <cstdlib>
#include <iostream>
#include <map>

#include <gtest/gtest.h>

#include "tests/render/instruction_trial.h"
#include "tests/support/corpus.h"

namespace muragat {
namespace {

class CorpusInstructions : public testing::TestWithParam<const char*> {};

TEST_P(CorpusInstructions, GiveEveryNextText) {
  const auto path = support::FindCorpus(GetParam());
  if (!path) GTEST_SKIP() << "skipped: no corpus";
  constexpr size_t kMaxChanges = 400;
  const bool all = std::getenv("MURAGAT_ALL_STATES") != nullptr;
  std::map<std::string, std::map<ValidDate, Document>> documents;
  ASSERT_TRUE(support::ReadCorpus(*path, [&](State&& state) {
                if (state.content) documents[state.document.text()][state.valid] = *std::move(state.content);
              }).ok());
  InstructionTrial trial;
  for (const auto& [id, editions] : documents) {
    SCOPED_TRACE(id);
    const Document* before = nullptr;
    for (const auto& [valid, after] : editions) {
      if (before != nullptr && (all || trial.changes < kMaxChanges)) {
        const auto older = NumberSections(*before, 1);
        ASSERT_NO_FATAL_FAILURE(trial.Try(older, ContinueSections(older, *before, after, 100000)));
      }
      before = &after;
    }
  }
  std::cout << GetParam() << ": " << trial.Report() << "\n";
  EXPECT_GT(trial.changes, 10u);
  EXPECT_EQ(trial.right, trial.changes);
  EXPECT_LE(trial.quoted, 2 * trial.words);
}

INSTANTIATE_TEST_SUITE_P(Corpora, CorpusInstructions,
                         testing::Values("kz-laws", "code-civil", "site-policy", "ota-pga"),
                         [](const auto& corpus) {
                           std::string name = corpus.param;
                           name[name.find('-')] = '_';
                           return name;
                         });

}  // namespace
}  // namespace muragat
