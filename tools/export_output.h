#pragma once

#include <functional>
#include <ostream>
#include <string_view>

#include "tools/export.h"

namespace muragat::tools {

// What all forms of export do alike.

// Reports progress. Errors: kCancelled: the export is to stop; it leaves nothing behind.
Status ReportExport(const Context& context, std::string_view unit, uint64_t done, uint64_t total);

// Lets `write` write to the file that the options name, which is there only when all of it is, or to standard
// output where they name none. Errors: as FileWriter, and as `write`.
Status WriteStream(const ExportOptions& options, Context& context,
                   const std::function<Status(std::ostream&)>& write);

// Has the heap grow at once where so many documents are to be read.
void PrepareForDocuments(size_t documents);

// Errors: kInvalidArgument: several documents are to go to standard output.
Status RequireOneDocument(size_t documents);

// Says that no document fits. Returns kNo.
ExitCode NothingToExport(const Context& context);

}  // namespace muragat::tools
