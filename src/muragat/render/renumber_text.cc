#include "muragat/render/renumber_text.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "muragat/text/numbered_name.h"

namespace muragat {
namespace {

struct Step {
  std::optional<NumberedName> older, newer;  // with a number that may stand in a row
};

bool Follows(const std::optional<NumberedName>& first, const std::optional<NumberedName>& second) {
  return first && second && first->before == second->before && first->behind == second->behind &&
         second->number == first->number + 1;
}

// "Articles 52 to 54", or "52-бап to 54-бап".
std::string WriteRow(const NumberedName& first, uint32_t last) {
  const NumberedName end{first.before, last, first.behind};
  const std::string plural = PluralOf(first);
  if (plural.empty()) return first.Name() + " to " + end.Name();
  return plural + " " + std::to_string(first.number) + " to " + std::to_string(last);
}

}  // namespace

std::vector<std::string> WriteRenumbering(const InstructionSheet& sheet, const Instruction& instruction) {
  std::vector<Step> steps;
  for (size_t i = 0; i < instruction.sections.size(); ++i) {
    steps.push_back({ReadNumberedName(sheet.sections[instruction.sections[i]].name),
                     ReadNumberedName(instruction.names[i])});
  }
  std::vector<std::string> parts;
  for (size_t i = 0, end = 0; i < steps.size(); i = end) {
    end = i + 1;
    while (end < steps.size() && Follows(steps[end - 1].older, steps[end].older) &&
           Follows(steps[end - 1].newer, steps[end].newer))
      ++end;
    if (end == i + 1) {
      parts.push_back(sheet.sections[instruction.sections[i]].name + " as " + instruction.names[i]);
    } else {
      parts.push_back(WriteRow(*steps[i].older, steps[end - 1].older->number) + " as " +
                      WriteRow(*steps[i].newer, steps[end - 1].newer->number));
    }
  }
  return parts;
}

}  // namespace muragat
