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

// The other way: "%2F" is a byte again; a percent sign that no two digits of base 16 follow stays.
inline std::string PercentDecode(std::string_view text) {
  const auto value = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  };
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool coded =
        text[at] == '%' && at + 2 < text.size() && value(text[at + 1]) >= 0 && value(text[at + 2]) >= 0;
    out.push_back(coded ? static_cast<char>(value(text[at + 1]) * 16 + value(text[at + 2])) : text[at]);
    if (coded) at += 2;
  }
  return out;
}

}  // namespace muragat
