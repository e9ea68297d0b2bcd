#include "muragat/diff/draft_instructions.h"

#include <gtest/gtest.h>

#include "muragat/diff/apply_instructions.h"
#include "muragat/text/section_number.h"

namespace muragat {
namespace {

LineageSection Make(uint32_t lineage, const std::string& title, const std::string& body) {
  return {
      {lineage},
      {.heading = "## " + title + "\n\n", .body = body, .number = ReadSectionNumber(title), .title = title}};
}

std::string TextOf(const std::vector<LineageSection>& sections) {
  std::string text;
  for (const LineageSection& one : sections) text += one.section.Text();
  return text;
}

// The instructions, which must give the newer text.
InstructionSheet Draft(const std::vector<LineageSection>& older, const std::vector<LineageSection>& newer) {
  InstructionSheet sheet =
      DraftInstructions(older, newer, CompareEditions(older, newer), {"law", "1", "2", {}});
  EXPECT_EQ(CarryOutInstructions(TextOf(older), sheet).value(), TextOf(newer));
  return sheet;
}

std::vector<InstructionKind> KindsOf(const InstructionSheet& sheet) {
  std::vector<InstructionKind> kinds;
  for (const Instruction& one : sheet.instructions) kinds.push_back(one.kind);
  return kinds;
}

const LineageSection kA = Make(1, "Article 1. A", "The chamber has 67 deputies.\n\n");
const LineageSection kB = Make(2, "Article 2. B", "Senators serve for six years.\n\n");
const LineageSection kC = Make(3, "Article 3. C", "The law says the rest.\n\n");

TEST(DraftInstructions, OfWhatHasNotChangedAreNone) {
  EXPECT_TRUE(Draft({kA, kB}, {kA, kB}).instructions.empty());
}

TEST(DraftInstructions, MoveAndRenumberWithoutAQuotation) {
  const InstructionSheet sheet =
      Draft({kA, kB, kC}, {Make(2, "Article 1. B", kB.section.body), Make(3, "Article 2. C", kC.section.body),
                           Make(1, "Article 3. A", kA.section.body)});
  ASSERT_EQ(KindsOf(sheet), (std::vector{InstructionKind::kMove, InstructionKind::kRenumber}));
  EXPECT_EQ(sheet.instructions[0].sections, std::vector<size_t>{0});
  EXPECT_EQ(sheet.instructions[0].anchor, 2u);
  EXPECT_EQ(sheet.instructions[1].names, (std::vector<std::string>{"Article 3", "Article 1", "Article 2"}));
}

TEST(DraftInstructions, ANewNumberAndANewTitleAreTwoThings) {
  const InstructionSheet sheet = Draft({kA, kB}, {kA, Make(2, "Article 5. Senate", kB.section.body)});
  ASSERT_EQ(KindsOf(sheet), (std::vector{InstructionKind::kAmend, InstructionKind::kRenumber}));
  ASSERT_EQ(sheet.instructions[0].amendments.size(), 1u);
  EXPECT_EQ(sheet.instructions[0].amendments[0].words->from, "B");
  EXPECT_EQ(sheet.instructions[0].amendments[0].text, "Senate");
  EXPECT_EQ(sheet.instructions[1].names, std::vector<std::string>{"Article 5"});
}

TEST(DraftInstructions, InsertsNewSectionsTogether) {
  const InstructionSheet sheet =
      Draft({kA, kB}, {kA, Make(8, "Article 1-1. X", "x\n\n"), Make(9, "Article 1-2", ""), kB});
  ASSERT_EQ(KindsOf(sheet), (std::vector{InstructionKind::kInsert}));
  EXPECT_EQ(sheet.instructions[0].text, "## Article 1-1. X\n\nx\n\n## Article 1-2\n\n");
  EXPECT_EQ(sheet.sections, (std::vector<NamedSection>{{"Article 1", 0, 17, 47}}));
}

TEST(DraftInstructions, GivesATextAnewThatHasLittleLeft) {
  const InstructionSheet sheet = Draft({kB}, {Make(2, "Article 2. B", "Repealed.\n")});
  ASSERT_EQ(sheet.instructions.size(), 1u);
  const Amendment& one = sheet.instructions[0].amendments.at(0);
  EXPECT_EQ(one.action, AmendmentAction::kSubstitute);
  EXPECT_TRUE(sheet.instructions[0].notes.empty()) << "it could have been amended";
}

TEST(DraftInstructions, OfOneSectionLeaveTheOthersAlone) {
  const LineageSection changed = Make(2, "Article 2. B", "Senators serve for nine years.\n\n");
  const std::vector<LineageSection> older = {kA, kB, kC}, newer = {changed, kC};
  const DocumentChange change = CompareEditions(older, newer);
  const InstructionSheet sheet = DraftInstructions(older, newer, change, {"law", "1", "2", SectionNumber{2}});
  EXPECT_EQ(CarryOutInstructions(TextOf(older), sheet).value(), TextOf({kA, changed, kC}));
  EXPECT_EQ(sheet.older_alone, DigestText(kB.section.Text()));
  EXPECT_EQ(sheet.newer_alone, DigestText(changed.section.Text()));
  const InstructionSheet gone = DraftInstructions(older, newer, change, {"law", "1", "2", SectionNumber{1}});
  EXPECT_EQ(CarryOutInstructions(TextOf(older), gone).value(), TextOf({kB, kC}));
  EXPECT_EQ(gone.older_alone, std::nullopt);
}

TEST(DraftInstructions, SayWhereTheWordsOfASectionWent) {
  const std::string words =
      "Any citizen signs petitions within thirty days. Each deputy reviews the register of voters.\n\n";
  const InstructionSheet sheet =
      Draft({kA, Make(2, "Article 2. B", words)}, {Make(1, "Article 1. A", kA.section.body + words)});
  ASSERT_EQ(KindsOf(sheet), (std::vector{InstructionKind::kAmend, InstructionKind::kOmit}));
  EXPECT_EQ(sheet.instructions[1].notes,
            std::vector<std::string>{"the words of Article 2 go into Article 1"});
}

TEST(GiveAnew, IsOneInstructionWithItsReason) {
  const InstructionSheet sheet = Draft({kA}, {kB});
  const InstructionSheet whole = GiveAnew(sheet, "all\n", "why");
  EXPECT_EQ(CarryOutInstructions("anything", whole).value(), "all\n");
  EXPECT_EQ(whole.instructions[0].notes, std::vector<std::string>{"why"});
  EXPECT_EQ(whole.older, sheet.older);
}

}  // namespace
}  // namespace muragat
