#pragma once

#include <string_view>
#include <vector>

#include "muragat/render/page.h"
#include "muragat/render/template.h"

namespace muragat {

// Texts of the archive as templates are filled with them: inside an object that markup.mustache or
// change.mustache shows.

// A text without elements, for markup.mustache.
TemplateValue Marked(std::string_view text);

// Adds a marked text unless it is empty.
void SetMarked(TemplateValue& value, std::string_view name, std::string_view text);

// A change as prose, for change.mustache: pieces of kept, deleted and inserted text, without white space
// around the whole.
TemplateValue MarkChange(const std::vector<MarkedPiece>& marked);

}  // namespace muragat
