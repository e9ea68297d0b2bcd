// Neighbouring editions of real law and policy. Of each corpus some hundred pairs are taken, all of them
// where MURAGAT_EVERY_EDITION is set (scripts/campaign.sh).
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "tests/diff/script_laws.h"
#include "tests/support/corpus.h"

namespace muragat {
namespace {

// A corpus, and which of its pairs are taken: one of `step`.
struct Sample {
  const char* corpus;
  size_t step;
};

class DiffOfCorpora : public testing::TestWithParam<Sample> {};

TEST_P(DiffOfCorpora, TurnsNeighbouringEditionsIntoEachOther) {
  const auto [corpus, step] = GetParam();
  const auto path = support::FindCorpus(corpus);
  if (!path) GTEST_SKIP() << "skipped: no corpus " << corpus;
  const size_t taken = std::getenv("MURAGAT_EVERY_EDITION") != nullptr ? 1 : step;
  std::map<std::string, std::string> latest;
  size_t pairs = 0, compared = 0;
  const Status status = support::ReadCorpus(*path, [&, step = taken](State&& state) {
    if (!state.content || HasFatalFailure()) return;
    std::string newer = state.content->Text();
    std::string& older = latest[state.document.text()];
    if (!older.empty() && older != newer && pairs++ % step == 0) {
      SCOPED_TRACE(state.document.text() + ", pair " + std::to_string(pairs - 1));
      support::ExpectScriptsTurn(older, newer);
      support::ExpectScriptsTurn(newer, older);
      ++compared;
    }
    older = std::move(newer);
  });
  EXPECT_TRUE(status.ok()) << status.message();
  EXPECT_GT(compared, 0U);
  std::cout << corpus << ": " << compared << " pairs of " << pairs << " compared\n";
}

INSTANTIATE_TEST_SUITE_P(Corpora, DiffOfCorpora,
                         testing::Values(Sample{"site-policy", 4}, Sample{"ota-pga", 16},
                                         Sample{"code-civil", 4}, Sample{"kz-laws", 1}),
                         [](const auto& sample) {
                           std::string name = sample.param.corpus;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace muragat
