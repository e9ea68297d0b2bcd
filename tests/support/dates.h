#pragma once

#include <string_view>

#include "muragat/base/date.h"

namespace muragat::support {

// The date that `text` says, for literals in tests.
inline ValidDate Date(std::string_view text) { return ParseDate(text).value(); }

// Its first instant, and the instant that a question for that date means.
inline Instant FirstOf(std::string_view text) { return Date(text).first; }
inline Instant LastOf(std::string_view text) { return Date(text).Last(); }

}  // namespace muragat::support
