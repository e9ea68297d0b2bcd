#pragma once

#include "muragat/base/status.h"
#include "muragat/render/page.h"
#include "muragat/render/template.h"

namespace muragat {

// What document.mustache is filled with; history.mustache shares most of it. Errors: as RenderDocumentPage.
Result<TemplateValue> FillDocumentPage(const Page& page);

}  // namespace muragat
