// What holds of every change: the instructions that are written of it, read back and carried out, give the
// newer text byte for byte, and quote little. MURAGAT_GENERATED_DOCUMENTS=200 makes it a long campaign.
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include <gtest/gtest.h>

#include "import/instructions.h"
#include "muragat/diff/amendments.h"
#include "muragat/diff/apply_instructions.h"
#include "muragat/diff/draft_instructions.h"
#include "muragat/diff/section_match.h"
#include "muragat/render/instruction_text.h"
#include "muragat/text/words.h"
#include "tests/support/generated_history.h"
#include "tests/support/random_document.h"

namespace muragat {
namespace {

using support::GeneratedLanguage;

std::vector<LineageSection> Number(const Document& document, uint32_t first) {
  std::vector<LineageSection> sections;
  for (const Section& section : document.sections) sections.push_back({{first++}, section});
  return sections;
}

// The sections of `after`, with the lineage that they have in `before`.
std::vector<LineageSection> Continue(const std::vector<LineageSection>& older, const Document& before,
                                     const Document& after, uint32_t first) {
  std::vector<LineageSection> newer = Number(after, first);
  const auto matches = MatchSections(before.sections, after.sections);
  for (size_t i = 0; i < matches.size(); ++i)
    if (matches[i]) newer[i].lineage = older[*matches[i]].lineage;
  return newer;
}

uint64_t CountQuoted(const InstructionSheet& sheet) {
  uint64_t words = 0;
  for (const Instruction& one : sheet.instructions) {
    words += CountWords(one.text);
    for (const Amendment& amendment : one.amendments) words += CountQuotedWords(amendment);
  }
  return words;
}

uint64_t CountAnew(const InstructionSheet& sheet) {
  uint64_t count = 0;
  for (const Instruction& one : sheet.instructions) {
    const bool anew = one.kind == InstructionKind::kReplaceAll || one.kind == InstructionKind::kReplace;
    const auto says_so = [](const std::string& note) { return note.ends_with("given anew"); };
    count += anew || std::any_of(one.notes.begin(), one.notes.end(), says_so) ? 1u : 0u;
  }
  return count;
}

struct Tally {
  uint64_t changes = 0, right = 0, anew = 0, words = 0, quoted = 0, names = 0;
};

// Counts a change; tells of one that does not come back.
void Try(const std::vector<LineageSection>& older, const std::vector<LineageSection>& newer,
         const std::string& before, const std::string& after, Tally& tally) {
  const DocumentChange change = CompareEditions(older, newer);
  const InstructionSheet sheet = DraftInstructions(older, newer, change, {"kz/law", "2021", "2022", {}});
  const std::string text = WriteInstructions(sheet);
  ++tally.changes;
  tally.words += change.words_in + change.words_out;
  if (text.empty()) {
    EXPECT_EQ(before, after);
    tally.right += before == after ? 1u : 0u;
    return;
  }
  const auto read = import::ReadInstructions(text);
  ASSERT_TRUE(read.ok()) << read.status().message() << "\n" << text;
  const auto applied = ApplyInstructions(before, *read);
  ASSERT_TRUE(applied.ok()) << applied.status().message() << "\n" << text;
  tally.right += *applied == after ? 1u : 0u;
  EXPECT_EQ(*applied, after) << text;
  tally.quoted += CountQuoted(*read);
  tally.anew += CountAnew(sheet);
  if (std::getenv("MURAGAT_GENERATED_TELL") != nullptr) std::cout << text << "\n";
}

TEST(InstructionLaws, OfGeneratedHistoriesGiveEveryNextTextAndQuoteLittle) {
  const char* wanted = std::getenv("MURAGAT_GENERATED_DOCUMENTS");
  const uint32_t documents = wanted != nullptr ? static_cast<uint32_t>(std::atoi(wanted)) : 8;
  std::map<std::string, Tally> tallies;
  for (uint32_t seed = 1; seed <= documents; ++seed) {
    SCOPED_TRACE(seed);
    support::GeneratorOptions options{.language = static_cast<GeneratedLanguage>(seed % 4)};
    options.sections = seed % 10 == 9 ? 400 : 20 + seed * 37 % 100;
    const support::GeneratedHistory history = support::GenerateHistory(seed, options);
    Tally& tally = tallies[std::string(support::LanguageTag(options.language))];
    std::vector<LineageSection> older = Number(*history.editions.front().state.content, 1);
    for (size_t i = 1; i < history.editions.size(); ++i) {
      const Document& before = *history.editions[i - 1].state.content;
      const Document& after = *history.editions[i].state.content;
      auto newer = Continue(older, before, after, static_cast<uint32_t>(i) * 1000);
      ASSERT_NO_FATAL_FAILURE(Try(older, newer, before.Text(), after.Text(), tally)) << "edition " << i;
      older = std::move(newer);
    }
  }
  for (const auto& [language, tally] : tallies) {
    std::cout << language << ": " << tally.right << " of " << tally.changes << " texts byte for byte, "
              << tally.quoted << " words quoted of " << tally.words << " that changed, " << tally.anew
              << " texts given anew\n";
    EXPECT_EQ(tally.right, tally.changes) << language;
    EXPECT_LE(tally.quoted, 2 * tally.words) << language;
  }
}

TEST(InstructionLaws, OfAnyTextsGiveTheNewerOne) {
  constexpr uint32_t kSeed = 20261125;
  SCOPED_TRACE(kSeed);
  support::Random random(kSeed);
  Tally tally;
  for (int i = 0; i < 4000; ++i) {
    const Document before = support::RandomDocument(random);
    const Document after = random.OneIn(4) ? support::RandomDocument(random) : support::ChangeDocument(before, random);
    const auto older = Number(before, 1);
    const auto newer = Continue(older, before, after, 1000);
    ASSERT_NO_FATAL_FAILURE(Try(older, newer, before.Text(), after.Text(), tally)) << i;
    ASSERT_NO_FATAL_FAILURE(Try(newer, older, after.Text(), before.Text(), tally)) << i << ", back";
  }
  std::cout << tally.right << " of " << tally.changes << " texts, " << tally.quoted << " words quoted of "
            << tally.words << " that changed, " << tally.anew << " texts given anew\n";
  EXPECT_EQ(tally.right, tally.changes);
}

}  // namespace
}  // namespace muragat
