#pragma once

#include <vector>

#include "muragat/store/reader.h"
#include "tools/export.h"
#include "tools/query.h"

namespace muragat::tools {

// Writes a page a document, and an index of them, into the folder that the options name. `documents` have
// text then; the index lists them in this order. Works with as many threads as the options say, each with a
// reader of its own; the bytes are the same with any number of them. Nothing is left behind where it fails or
// is stopped. Errors: kInvalidArgument: no folder is named; as FolderWriter; kCancelled; else as Reader.
Result<ExitCode> ExportPages(const ExportOptions& options, Context& context, const Reader& reader,
                             const std::vector<DocumentEntry>& documents, const AsOf& as_of);

}  // namespace muragat::tools
