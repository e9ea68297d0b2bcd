#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace muragat {

// `bytes` in base64 with padding (RFC 4648, section 4), without line breaks.
std::string EncodeBase64(std::string_view bytes);

// The bytes that EncodeBase64 writes as `text`; nothing where there are none: a sign that is no digit,
// missing or superfluous padding, or bits behind the last byte that are not zero.
std::optional<std::string> DecodeBase64(std::string_view text);

}  // namespace muragat
