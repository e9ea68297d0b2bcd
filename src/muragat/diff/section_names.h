#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/diff/amended_section.h"
#include "muragat/model/edition.h"

namespace muragat {

// What instructions call a section: "Article 50" or "50-бап" as its title begins, "Section 50" where that is
// a bare number, "Section “Senate”" where it has none, "the opening text" where it has no title either and is
// the first. One line; the same for two sections that are named alike.
std::string NameSection(const Section& section, bool first);

// The names of all sections of an edition, each unlike any other: those that are named alike have their
// lineage behind them, as "Article 1 (s12)".
std::vector<std::string> NameSections(const std::vector<LineageSection>& sections);

// Where `heading` says the number that `name` names, and what stands there when the section is called
// `new_name`: "Article 50" in "## Article 50. Majilis", or the number alone. Nothing where it does not.
std::optional<Replacement> RenumberHeading(std::string_view heading, std::string_view name,
                                           std::string_view new_name);

}  // namespace muragat
