// What holds of every change: the instructions that are written of it, read back and carried out, give the
// newer text byte for byte, and quote little. MURAGAT_GENERATED_DOCUMENTS=200 makes it a long campaign.
#include <cstdlib>
#include <iostream>
#include <map>

#include <gtest/gtest.h>

#include "tests/render/instruction_trial.h"
#include "tests/support/generated_history.h"
#include "tests/support/random_document.h"

namespace muragat {
namespace {

using support::GeneratedLanguage;

TEST(InstructionLaws, OfGeneratedHistoriesGiveEveryNextTextAndQuoteLittle) {
  const char* wanted = std::getenv("MURAGAT_GENERATED_DOCUMENTS");
  const uint32_t documents = wanted != nullptr ? static_cast<uint32_t>(std::atoi(wanted)) : 8;
  std::map<std::string, InstructionTrial> trials;
  for (uint32_t seed = 1; seed <= documents; ++seed) {
    SCOPED_TRACE(seed);
    support::GeneratorOptions options{.language = static_cast<GeneratedLanguage>(seed % 4)};
    options.sections = seed % 10 == 9 ? 400 : 20 + seed * 37 % 100;
    const support::GeneratedHistory history = support::GenerateHistory(seed, options);
    InstructionTrial& trial = trials[std::string(support::LanguageTag(options.language))];
    std::vector<LineageSection> older = NumberSections(*history.editions.front().state.content, 1);
    for (size_t i = 1; i < history.editions.size(); ++i) {
      const Document& before = *history.editions[i - 1].state.content;
      const Document& after = *history.editions[i].state.content;
      auto newer = ContinueSections(older, before, after, static_cast<uint32_t>(i) * 1000);
      ASSERT_NO_FATAL_FAILURE(trial.Try(older, newer)) << "edition " << i;
      older = std::move(newer);
    }
  }
  for (const auto& [language, trial] : trials) {
    std::cout << language << ": " << trial.Report() << "\n";
    EXPECT_EQ(trial.right, trial.changes) << language;
    EXPECT_LE(trial.quoted, 2 * trial.words) << language;
    EXPECT_EQ(trial.anew, 0u) << language;
  }
}

TEST(InstructionLaws, OfAnyTextsGiveTheNewerOne) {
  constexpr uint32_t kSeed = 20261125;
  SCOPED_TRACE(kSeed);
  support::Random random(kSeed);
  InstructionTrial trial;
  for (int i = 0; i < 4000; ++i) {
    const Document before = support::RandomDocument(random);
    const Document after =
        random.OneIn(4) ? support::RandomDocument(random) : support::ChangeDocument(before, random);
    const auto older = NumberSections(before, 1);
    const auto newer = ContinueSections(older, before, after, 1000);
    ASSERT_NO_FATAL_FAILURE(trial.Try(older, newer)) << i;
    ASSERT_NO_FATAL_FAILURE(trial.Try(newer, older)) << i << ", back";
  }
  std::cout << trial.Report() << "\n";
  EXPECT_EQ(trial.right, trial.changes);
}

}  // namespace
}  // namespace muragat
