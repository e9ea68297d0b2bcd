#pragma once

#include <span>
#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/diff/edit_script.h"

namespace muragat {

// An edit script as stored in a revision (doc/format.md): operations, each a varint size × 4 + kind.

// Appends `script` to `out`.
void AppendScript(std::string& out, std::span<const Edit> script);

// Reads a whole script; inserts are views into `bytes`.
// Errors: kCorruption: the bytes are no script (cut short, an operation of size 0).
Result<EditScript> DecodeScript(std::string_view bytes);

}  // namespace muragat
