#include "tests/render/instruction_trial.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include <gtest/gtest.h>

#include "import/instructions.h"
#include "muragat/diff/amendments.h"
#include "muragat/diff/apply_instructions.h"
#include "muragat/diff/draft_instructions.h"
#include "muragat/diff/section_match.h"
#include "muragat/render/instruction_text.h"
#include "muragat/text/words.h"

namespace muragat {
namespace {

std::string TextOf(const std::vector<LineageSection>& sections) {
  std::string text;
  for (const LineageSection& one : sections) text += one.section.Text();
  return text;
}

// The instructions with all that is not read back left out.
InstructionSheet WithoutNotes(InstructionSheet sheet) {
  sheet.document.clear(), sheet.from.clear(), sheet.to.clear();
  for (Instruction& one : sheet.instructions) one.notes.clear();
  return sheet;
}

bool IsGivenAnew(const Instruction& one) {
  return one.kind == InstructionKind::kReplaceAll || one.kind == InstructionKind::kReplace ||
         std::any_of(one.notes.begin(), one.notes.end(),
                     [](const std::string& note) { return note.ends_with("given anew"); });
}

}  // namespace

std::vector<LineageSection> NumberSections(const Document& document, uint32_t first) {
  std::vector<LineageSection> sections;
  for (const Section& section : document.sections) sections.push_back({{first++}, section});
  return sections;
}

std::vector<LineageSection> ContinueSections(const std::vector<LineageSection>& older, const Document& before,
                                             const Document& after, uint32_t first) {
  std::vector<LineageSection> newer = NumberSections(after, first);
  const auto matches = MatchSections(before.sections, after.sections);
  for (size_t i = 0; i < matches.size(); ++i)
    if (matches[i]) newer[i].lineage = older[*matches[i]].lineage;
  return newer;
}

void InstructionTrial::Try(const std::vector<LineageSection>& older,
                           const std::vector<LineageSection>& newer) {
  const std::string before = TextOf(older), after = TextOf(newer);
  const DocumentChange change = CompareEditions(older, newer);
  const InstructionSheet sheet = DraftInstructions(older, newer, change, {"kz/law", "2021", "2022", {}});
  const std::string text = WriteInstructions(sheet);
  ++changes;
  words += change.words_in + change.words_out;
  if (text.empty()) {
    ASSERT_EQ(before, after);
    ++right;
    return;
  }
  if (std::getenv("MURAGAT_GENERATED_TELL") != nullptr) std::cout << text << "\n";
  const auto read = import::ReadInstructions(text);
  ASSERT_TRUE(read.ok()) << read.status().message() << "\n" << text;
  ASSERT_EQ(*read, WithoutNotes(sheet)) << text;
  const auto applied = ApplyInstructions(before, *read);
  ASSERT_TRUE(applied.ok()) << applied.status().message() << "\n" << text;
  ASSERT_EQ(*applied, after) << text;
  ++right;
  const uint64_t quoted_before = quoted;
  for (const Instruction& one : sheet.instructions) {
    quoted += CountWords(one.text);
    for (const Amendment& amendment : one.amendments) quoted += CountQuotedWords(amendment);
    std::vector<size_t> sections = one.sections;
    if (one.anchor) sections.push_back(*one.anchor);
    for (const size_t section : sections)
      if (sheet.sections[section].name.starts_with("Section “"))
        named += CountWords(sheet.sections[section].name) - 1;
    anew += IsGivenAnew(one) ? 1u : 0u;
  }
  over += quoted - quoted_before > 2 * (change.words_in + change.words_out) ? 1u : 0u;
}

std::string InstructionTrial::Report() const {
  std::ostringstream report;
  report << right << " of " << changes << " texts byte for byte, " << quoted << " words quoted of " << words
         << " that came and went (" << over << " texts over twice), " << named << " in titles, " << anew
         << " texts given anew";
  return report.str();
}

}  // namespace muragat
