#include "tests/support/hex.h"

#include <cstdint>

namespace muragat::support {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

}  // namespace

std::string FromHex(std::string_view digits) {
  std::string bytes;
  size_t count = 0, high = 0;
  for (const char digit : digits) {
    if (digit == ' ' || digit == '\n') continue;
    const size_t value = kDigits.find(digit);
    if (value == std::string_view::npos) return {};
    if (count++ % 2 == 0) {
      high = value;
    } else {
      bytes.push_back(static_cast<char>(high << 4 | value));
    }
  }
  return count % 2 == 0 ? bytes : std::string();
}

std::string ToHex(std::string_view bytes) {
  std::string digits;
  for (const char byte : bytes) {
    digits.push_back(kDigits[static_cast<uint8_t>(byte) >> 4]);
    digits.push_back(kDigits[static_cast<uint8_t>(byte) & 15]);
  }
  return digits;
}

}  // namespace muragat::support
