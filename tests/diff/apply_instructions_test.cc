#include "muragat/diff/apply_instructions.h"

#include <gtest/gtest.h>

namespace muragat {
namespace {

constexpr std::string_view kOlder = "top\n# 1. A\nalpha\n# 2. B\nbeta\n# 3. C\ngamma\n";

InstructionSheet Sheet(std::vector<Instruction> instructions) {
  InstructionSheet sheet;
  sheet.sections = {{"Section 1", 4, 11, 17}, {"Section 2", 17, 24, 29}, {"Section 3", 29, 36, 42}};
  sheet.instructions = std::move(instructions);
  return sheet;
}

std::string After(std::vector<Instruction> instructions) {
  const auto made = CarryOutInstructions(kOlder, Sheet(std::move(instructions)));
  if (made.ok()) return *made;
  EXPECT_EQ(made.status().code(), StatusCode::kConflict);
  return "conflict: " + made.status().message();
}

Instruction Substitute(size_t section, const std::string& from, const std::string& to) {
  return {.sections = {section},
          .amendments = {{.passage = {}, .words = QuotedWords{.from = from, .to = {}}, .text = to}}};
}

TEST(CarryOutInstructions, WorksOnSectionsOneAfterTheOther) {
  EXPECT_EQ(
      After({{.kind = InstructionKind::kOmit, .sections = {1}},
             {.kind = InstructionKind::kMove, .sections = {0}, .anchor = 2},
             Substitute(0, "alpha", "first"),
             {.kind = InstructionKind::kInsert, .anchor = 2, .text = "# new\n"},
             {.kind = InstructionKind::kRenumber, .sections = {0, 2}, .names = {"Section 2", "Section 1"}}}),
      "top\n# 1. C\ngamma\n# new\n# 2. A\nfirst\n");
}

TEST(CarryOutInstructions, MovesSeveralInTheOrderThatIsSaid) {
  EXPECT_EQ(After({{.kind = InstructionKind::kMove, .sections = {2, 0}, .anchor = std::nullopt}}),
            "# 3. C\ngamma\n# 1. A\nalpha\ntop\n# 2. B\nbeta\n");
}

TEST(CarryOutInstructions, ReplacesASectionOrAll) {
  EXPECT_EQ(After({{.kind = InstructionKind::kReplace, .sections = {1}, .text = "none\n"}}),
            "top\n# 1. A\nalpha\nnone\n# 3. C\ngamma\n");
  EXPECT_EQ(After({{.kind = InstructionKind::kReplaceAll, .text = "all\n"}}), "all\n");
}

TEST(CarryOutInstructions, SaysWhichSectionDoesNotHoldWhatItShould) {
  EXPECT_EQ(After({Substitute(1, "gamma", "delta")}),
            "conflict: Section 2: the section does not hold \"gamma\" as the instructions say");
  EXPECT_EQ(After({Substitute(1, "beta", "x"), Substitute(1, "beta", "y")}),
            "conflict: Section 2: two amendments change the same words");
  EXPECT_EQ(After({{.kind = InstructionKind::kMove, .sections = {1}, .anchor = 1}}),
            "conflict: Section 2: it is to be moved behind itself");
  EXPECT_EQ(After({{.kind = InstructionKind::kRenumber, .sections = {1}, .names = {}}}),
            "conflict: Section 2: there are not as many new numbers");
  EXPECT_EQ(After({{.kind = InstructionKind::kOmit, .sections = {7}}}), "conflict: no such section");
}

TEST(CarryOutInstructions, RefusesPlacesOutsideTheText) {
  InstructionSheet sheet = Sheet({Substitute(1, "beta", "x")});
  sheet.sections[2].end = 43;
  EXPECT_EQ(CarryOutInstructions(kOlder, sheet).status().code(), StatusCode::kConflict);
}

TEST(ApplyInstructions, TakesTheTextItWasMadeFromOrItsSectionAlone) {
  const std::string newer = "top\n# 1. A\nalpha\n# 2. B\ndelta\n# 3. C\ngamma\n";
  InstructionSheet sheet = Sheet({Substitute(0, "beta", "delta")});
  sheet.sections = {{"Section 2", 17, 24, 29}};
  sheet.older = DigestText(kOlder), sheet.newer = DigestText(newer);
  EXPECT_EQ(ApplyInstructions(kOlder, sheet).value(), newer);
  EXPECT_EQ(ApplyInstructions("# 2. B\nbeta\n", sheet).status().code(), StatusCode::kConflict);
  sheet.older_alone = DigestText("# 2. B\nbeta\n"), sheet.newer_alone = DigestText("# 2. B\ndelta\n");
  EXPECT_EQ(ApplyInstructions("# 2. B\nbeta\n", sheet).value(), "# 2. B\ndelta\n");
  EXPECT_EQ(ApplyInstructions(newer, sheet).status().code(), StatusCode::kConflict);
  sheet.instructions = {Substitute(0, "beta", "epsilon")};
  EXPECT_EQ(ApplyInstructions(kOlder, sheet).status().message(),
            "what the instructions say does not give the text that they promise");
}

}  // namespace
}  // namespace muragat
