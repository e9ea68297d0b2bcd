#pragma once

#include "tools/query.h"
#include "tools/show.h"

namespace muragat::tools {

// Writes the text as if `options.without` had not changed it, or which later reforms stand on its words (kNo,
// named one a line on the error stream). Errors: as RunShow; kNotFound: no such reform; kInvalidArgument:
// several have that title.
Result<ExitCode> ShowWithout(const ShowOptions& options, const Address& address, DocumentNumber document,
                             const AsOf& as_of, const Reader& reader, Context& context);

}  // namespace muragat::tools
