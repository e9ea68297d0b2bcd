#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// What `bytes` hold, which are a stream of gzip (RFC 1952), zlib (RFC 1950) or bare deflate (RFC 1951): the
// three that HTTP calls gzip and deflate. Memory: what they hold, at most `max_bytes`. Errors:
// kInvalidArgument: they are damaged, end too early or hold more. Thread-safety: any thread.
Result<std::string> Inflate(std::string_view bytes, size_t max_bytes);

}  // namespace muragat
