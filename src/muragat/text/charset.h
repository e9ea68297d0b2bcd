#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// The encoding that a label of the web names ("windows-1251", "CP1251", "latin1", "utf8"), as the Encoding
// Standard has it: ISO 8859-1 and ASCII are windows-1252. Nothing for a label that is not among them; those
// in which markup can hide (UTF-7, EBCDIC …) are not.
std::optional<std::string_view> CharsetOfLabel(std::string_view label);

// `bytes` in the encoding that CharsetOfLabel named, as UTF-8. What is malformed is U+FFFD, as the Encoding
// Standard replaces it; a byte order mark is kept as U+FEFF. UTF-8 that is well-formed is copied.
// Errors: kInvalidArgument: ICU has no such encoding.
Result<std::string> ConvertToUtf8(std::string_view bytes, std::string_view charset);

}  // namespace muragat
