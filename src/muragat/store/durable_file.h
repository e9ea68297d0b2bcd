#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// Puts `text` in the place of the file `path`: a reader, and a machine that fails, finds all of the old one
// or all of the new one. `mode`: its permissions. Errors: kIo.
Status WriteDurably(const std::string& path, std::string_view text, unsigned mode = 0644);

// The bytes of a file of a few lines; nothing where there is none. Errors: kIo.
Result<std::optional<std::string>> ReadSmallFile(const std::string& path);

}  // namespace muragat
