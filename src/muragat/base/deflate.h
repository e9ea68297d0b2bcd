#pragma once

#include <string>
#include <string_view>

namespace muragat {

// `bytes` as a raw deflate stream (RFC 1951), packed as tightly as zlib does. The same bytes give the same
// stream. Thread-safety: any thread.
std::string Deflate(std::string_view bytes);

}  // namespace muragat
