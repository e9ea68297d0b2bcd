#pragma once

#include "muragat/store/reader.h"
#include "tools/export.h"

namespace muragat::tools {

// `export --to html --reform R`: one page with all that a reform did in the documents that the options name,
// with the changes also as instructions. kNo where it changed none of them. Memory: one document, and the
// table of contents. Errors: as RequireReform and RunExport.
Result<ExitCode> ExportReform(const ExportOptions& options, Context& context, const Reader& reader);

}  // namespace muragat::tools
