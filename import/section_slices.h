#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "muragat/model/document.h"

namespace muragat::import {

// What the readers of texts have in common: they fill a document whose memory is used again.

// Makes `document` one without a title that has so many sections, each yet to be filled.
void StartDocument(size_t sections, Document& document);

// Fills `section` with what precedes the first heading.
void FillPreamble(std::string_view body, Section& section);

// Fills `section` with a heading, as it stands and as a person reads it, and what follows it.
void FillSection(std::string_view heading, std::string_view body, std::string title, uint32_t depth_levels,
                 Section& section);

}  // namespace muragat::import
