// The functions of one step each cost a tenth of what looking up the algorithm for each digest does.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "muragat/base/sha256.h"

#include <algorithm>

#include <openssl/sha.h>

namespace muragat {

std::string Sha256(std::string_view bytes) { return std::string(BytesOf(DigestOf({bytes}))); }

std::string Sha256Hex(std::string_view bytes) { return FormatDigest(DigestOf({bytes})); }

Digest DigestOf(std::initializer_list<std::string_view> parts) {
  Digest digest;
  SHA256_CTX state;
  SHA256_Init(&state);
  for (const std::string_view part : parts) SHA256_Update(&state, part.data(), part.size());
  SHA256_Final(digest.data(), &state);
  return digest;
}

std::optional<Digest> ToDigest(std::string_view bytes) {
  Digest digest;
  if (bytes.size() != digest.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

std::string FormatDigest(const Digest& digest) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex(digest.size() * 2, '\0');
  for (size_t i = 0; i < digest.size(); ++i) {
    hex[2 * i] = kHex[digest[i] >> 4];
    hex[2 * i + 1] = kHex[digest[i] & 15];
  }
  return hex;
}

std::optional<Digest> ParseDigest(std::string_view hex) {
  Digest digest;
  if (hex.size() != digest.size() * 2) return std::nullopt;
  for (size_t i = 0; i < hex.size(); ++i) {
    const char c = hex[i];
    const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (value < 0) return std::nullopt;
    const auto high = static_cast<uint8_t>(i % 2 == 0 ? 0 : digest[i / 2] << 4);
    digest[i / 2] = static_cast<uint8_t>(high | value);
  }
  return digest;
}

}  // namespace muragat
