#pragma once

#include "muragat/store/reader.h"
#include "tools/export.h"

namespace muragat::tools {

// Writes the history of the documents as a stream that `git fast-import` takes: their standing editions in
// the order of (valid date, recorded place), what one reform brought on one date as one commit. Documents
// whose id git takes for no file, or whose id is a folder of another's, are named on the error stream and
// left out. kNo where no document is left. The same archive and options give the same bytes. Errors:
// kInvalidArgument: options.as_of is given; else as RunExport. Cost: in memory, one small entry an edition,
// the editions of one commit and one text at a time.
Result<ExitCode> ExportToGit(const ExportOptions& options, Context& context, const Reader& reader);

}  // namespace muragat::tools
