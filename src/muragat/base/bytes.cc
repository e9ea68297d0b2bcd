#include "muragat/base/bytes.h"

namespace muragat {

void AppendBigEndian(std::string& out, uint64_t value, int width_bytes) {
  for (int shift = (width_bytes - 1) * 8; shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xff));
  }
}

void AppendVarint(std::string& out, uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

void AppendLengthPrefixed(std::string& out, std::string_view bytes) {
  AppendVarint(out, bytes.size());
  out.append(bytes);
}

void ByteReader::Fail() {
  ok_ = false;
  rest_ = {};
}

uint64_t ByteReader::ReadBigEndian(int width_bytes) {
  uint64_t value = 0;
  for (const char byte : ReadBytes(static_cast<uint64_t>(width_bytes))) {
    value = (value << 8) | static_cast<uint8_t>(byte);
  }
  return value;
}

uint64_t ByteReader::ReadVarint() {
  uint64_t value = 0;
  for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<uint8_t>(rest_.front());
    rest_.remove_prefix(1);
    if (shift == 63 && byte > 1) break;
    value |= static_cast<uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) {
      if (byte == 0 && shift > 0) break;
      return value;
    }
  }
  Fail();
  return 0;
}

std::string_view ByteReader::ReadBytes(uint64_t size_bytes) {
  if (size_bytes > rest_.size()) {
    Fail();
    return {};
  }
  const std::string_view bytes = rest_.substr(0, size_bytes);
  rest_.remove_prefix(size_bytes);
  return bytes;
}

}  // namespace muragat
