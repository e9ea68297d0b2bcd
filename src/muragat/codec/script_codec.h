#pragma once

#include <cstdint>
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

// Carries out a script as it is stored: `out` becomes the new text, which is at most `max_bytes` long. `out`
// may not be what `base` views. Cost: linear in the new text, without reading the script into memory of its
// own. Errors: kCorruption: as DecodeScript and ApplyScript, or a longer text; `out` then holds a part of it.
Status ApplyStoredScript(std::string_view bytes, std::string_view base, uint64_t max_bytes, std::string& out);

}  // namespace muragat
