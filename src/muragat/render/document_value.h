#pragma once

#include "muragat/base/status.h"
#include "muragat/render/page.h"
#include "muragat/render/template.h"

namespace muragat {

// What document.mustache and history.mustache are both filled with: all but the timeline and the list of
// reforms. Errors: as RenderDocumentPage.
Result<TemplateValue> FillDocumentText(const Page& page);

}  // namespace muragat
