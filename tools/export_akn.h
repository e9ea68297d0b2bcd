#pragma once

#include "muragat/store/reader.h"
#include "tools/export.h"

namespace muragat::tools {

// Writes the documents as Akoma Ntoso 3.0 as of a date: a file a document into a folder, or one document to
// standard output. What of a document has no place there is listed on the error stream. kNo where no document
// has text then. The same archive and options give the same bytes. Errors: as RunExport.
Result<ExitCode> ExportToAkn(const ExportOptions& options, Context& context, const Reader& reader);

}  // namespace muragat::tools
