#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/model/edition.h"

namespace pugi {
class xml_node;
}

namespace muragat {

// What could not be given to Akoma Ntoso, counted.
struct AknLosses {
  uint64_t characters = 0;                    // that XML does not allow
  uint64_t tables = 0, lists = 0, links = 0;  // of Markdown: their marks stay in the text
};

// `text` without what XML 1.0 does not allow, which is counted. Malformed bytes are U+FFFD.
std::string XmlText(std::string_view text, AknLosses& losses);

// Adds the sections to `body`, and each eId to `ids`, which holds those that are taken.
void AppendAknSections(const std::vector<LineageSection>& sections, bool markdown, pugi::xml_node body,
                       std::set<std::string>& ids, AknLosses& losses);

}  // namespace muragat
