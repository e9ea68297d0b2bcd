#pragma once

#include "tools/context.h"

namespace muragat::tools {

// Answers `ADDRESS<TAB>D[<TAB>K]` lines from context.input_descriptor with `LENGTH<LF>bytes<LF>` or
// `missing<LF>`, in order; flushes before it waits for input. A line that makes no sense is answered with
// `missing`. Errors: kIo, kCorruption: the archive cannot be read on.
Result<ExitCode> RunCatBatch(Context& context);

}  // namespace muragat::tools
