#pragma once

#include <string_view>

#include "import/limits.h"
#include "muragat/base/status.h"

namespace muragat::import {

// Whether `text` may be read at all. Errors: kInvalidArgument: not UTF-8 or a NUL (with the line's number),
// or longer than the limit.
Status CheckText(std::string_view text, const Limits& limits);

// The part of it that does not look into the text. Errors: kInvalidArgument: longer than the limit.
Status CheckTextSize(std::string_view text, const Limits& limits);

// kInvalidArgument: more sections than the limit allows.
Status TooManySections(const Limits& limits);

// How many bytes of byte order mark `text` opens with: 0 or 3.
inline size_t ByteOrderMarkSize(std::string_view text) { return text.starts_with("\xef\xbb\xbf") ? 3 : 0; }

}  // namespace muragat::import
