#include "muragat/base/sha256.h"

#include <openssl/sha.h>

namespace muragat {

std::string Sha256(std::string_view bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
  return {reinterpret_cast<const char*>(digest), sizeof digest};
}

std::string Sha256Hex(std::string_view bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (const char byte : Sha256(bytes)) {
    const auto value = static_cast<unsigned char>(byte);
    hex.append({kHex[value >> 4], kHex[value & 15]});
  }
  return hex;
}

}  // namespace muragat
