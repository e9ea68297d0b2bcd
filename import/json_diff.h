#pragma once

#include <string_view>
#include <vector>

#include "muragat/base/status.h"
#include "muragat/model/section_patch.h"

namespace muragat::import {

// Reads what `muragat diff --json` writes: an object a line, with `old`, `ops` and, where they are known,
// `new`, `old_at`, `new_at` and `events`. The operations are carried out, and must give `new`. Errors:
// kInvalidArgument: no such lines (the message has the line's number).
Result<std::vector<SectionPatch>> ReadJsonDiff(std::string_view text);

}  // namespace muragat::import
