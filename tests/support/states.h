#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muragat/model/state.h"

namespace muragat::support {

// An id that is known to be one.
DocumentId Id(std::string_view id);

// A section with the heading slice "# TITLE\n", or none where the title is empty.
Section MakeSection(std::string_view title, std::string_view body, uint32_t depth_levels = 0);

// A document as it stands from `date` on. The title is its first section's.
State MakeState(std::string_view id, std::string_view date, std::vector<Section> sections,
                std::string_view reform = "");

// The same with one section "# Law\n" and this body.
State TextState(std::string_view id, std::string_view date, std::string_view body,
                std::string_view reform = "");

// From `date` on there is no text.
State Removal(std::string_view id, std::string_view date, std::string_view reform = "");

}  // namespace muragat::support
