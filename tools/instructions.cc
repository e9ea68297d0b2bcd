#include "tools/instructions.h"

#include "import/instructions.h"
#include "muragat/diff/apply_instructions.h"
#include "muragat/render/instruction_text.h"

namespace muragat::tools {

Result<std::string> CarryOutText(std::string_view text, std::string_view base) {
  MURAGAT_ASSIGN_OR_RETURN(const InstructionSheet sheet, import::ReadInstructions(text));
  return ApplyInstructions(base, sheet);
}

Result<std::string> WriteCheckedInstructions(const std::vector<LineageSection>& older,
                                             const std::vector<LineageSection>& newer,
                                             const DocumentChange& change,
                                             const InstructionOptions& options) {
  std::string base;
  for (const LineageSection& one : older) base.append(one.section.heading).append(one.section.body);
  const InstructionSheet sheet = DraftInstructions(older, newer, change, options);
  if (sheet.instructions.empty()) return std::string();
  MURAGAT_ASSIGN_OR_RETURN(const std::string target, CarryOutInstructions(base, sheet));
  const InstructionSheet whole =
      GiveAnew(sheet, target, "the instructions could not be read back, so the text is given anew");
  for (const InstructionSheet* one : {&sheet, &whole}) {
    std::string text = WriteInstructions(*one);
    const auto made = CarryOutText(text, base);
    if (made.ok() && *made == target) return text;
  }
  return Status::InvalidArgument("this change cannot be written as instructions: take --json");
}

}  // namespace muragat::tools
