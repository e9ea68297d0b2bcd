#include "tests/support/states.h"

#include "tests/support/dates.h"

namespace muragat::support {

DocumentId Id(std::string_view id) { return DocumentId::Parse(id).value(); }

Section MakeSection(std::string_view title, std::string_view body, uint32_t depth_levels) {
  Section section{.body = std::string(body), .title = std::string(title), .depth_levels = depth_levels};
  if (!title.empty()) section.heading = "# " + std::string(title) + "\n";
  return section;
}

State MakeState(std::string_view id, std::string_view date, std::vector<Section> sections,
                std::string_view reform) {
  State state = Removal(id, date, reform);
  state.content = Document{.sections = std::move(sections)};
  if (!state.content->sections.empty()) state.content->title = state.content->sections.front().title;
  return state;
}

State TextState(std::string_view id, std::string_view date, std::string_view body, std::string_view reform) {
  return MakeState(id, date, {MakeSection("Law", body)}, reform);
}

State Removal(std::string_view id, std::string_view date, std::string_view reform) {
  return {.document = Id(id), .valid = Date(date), .reform = std::string(reform)};
}

}  // namespace muragat::support
