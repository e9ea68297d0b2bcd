#include "muragat/base/digest.h"

#include <algorithm>
#include <cstdint>

#include <openssl/evp.h>

#include "muragat/base/base64.h"

namespace muragat {
namespace {

const EVP_MD* FindAlgorithm(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '-') plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  if (plain == "md5") return EVP_md5();
  if (plain == "sha1") return EVP_sha1();
  if (plain == "sha256") return EVP_sha256();
  if (plain == "sha384") return EVP_sha384();
  if (plain == "sha512") return EVP_sha512();
  return nullptr;
}

// `bytes` in the digits of an alphabet of 16 or 32, without padding.
std::string EncodeDigits(std::string_view bytes, std::string_view digits, unsigned bits) {
  std::string out;
  uint32_t held = 0;
  unsigned held_bits = 0;
  for (const char byte : bytes) {
    held = held << 8 | static_cast<uint8_t>(byte);
    for (held_bits += 8; held_bits >= bits; held_bits -= bits) {
      out.push_back(digits[held >> (held_bits - bits) & (digits.size() - 1)]);
    }
  }
  if (held_bits > 0) out.push_back(digits[held << (bits - held_bits) & (digits.size() - 1)]);
  return out;
}

bool EqualInAnyCase(std::string_view written, std::string_view upper) {
  return std::equal(written.begin(), written.end(), upper.begin(), upper.end(), [](char a, char b) {
    return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
  });
}

}  // namespace

std::optional<std::string> Digest(std::string_view algorithm, std::string_view bytes) {
  const EVP_MD* const method = FindAlgorithm(algorithm);
  if (method == nullptr) return std::nullopt;
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest, &size, method, nullptr) != 1) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(digest), size);
}

bool IsWrittenDigest(std::string_view written, std::string_view digest) {
  if (written == EncodeBase64(digest)) return true;
  while (written.ends_with('=')) written.remove_suffix(1);
  return EqualInAnyCase(written, EncodeDigits(digest, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 5)) ||
         EqualInAnyCase(written, EncodeDigits(digest, "0123456789ABCDEF", 4));
}

}  // namespace muragat
