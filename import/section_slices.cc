#include "import/section_slices.h"

#include <utility>

#include "import/text_capture.h"
#include "muragat/text/section_number.h"

namespace muragat::import {

void StartDocument(size_t sections, Document& document) {
  static const Document fresh;
  document.title = fresh.title;
  document.language = fresh.language;
  document.sections.resize(sections);
}

void FillPreamble(std::string_view body, Section& section) { FillSection({}, body, {}, 0, section); }

void FillSection(std::string_view heading, std::string_view body, std::string title, uint32_t depth_levels,
                 Section& section) {
  section.heading = heading;
  section.body = body;
  section.number = title.empty() ? std::string() : ReadSectionNumber(title);
  section.title = std::move(title);
  section.depth_levels = depth_levels;
  section.teaser = EndsAsTeaser(body);
}

}  // namespace muragat::import
