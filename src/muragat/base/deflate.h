#pragma once

#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// `bytes` as a raw deflate stream (RFC 1951), packed as tightly as zlib does. The same bytes give the same
// stream. Errors: kIo: there is no memory. Thread-safety: any thread.
Result<std::string> Deflate(std::string_view bytes);

}  // namespace muragat
