#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muragat {

// Whether a character stands for itself in any part of an address (RFC 3986, section 2.3).
constexpr bool IsUnreserved(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '~' || c == '-';
}

// Appends a byte as "%2F".
inline void AppendPercentEncoded(std::string& out, char c) {
  constexpr char kHex[] = "0123456789ABCDEF";
  const auto byte = static_cast<uint8_t>(c);
  out.append({'%', kHex[byte >> 4], kHex[byte & 15]});
}

// A text as one part of an address: every byte encoded that is not unreserved.
inline std::string PercentEncode(std::string_view text) {
  std::string out;
  for (const char c : text) IsUnreserved(c) ? out.push_back(c) : AppendPercentEncoded(out, c);
  return out;
}

}  // namespace muragat
