#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace muragat {

// Appends the low `width_bytes` bytes of `value` to `out`, most significant first, so that byte order is
// number order. `width_bytes` is 1 to 8; higher bits of `value` must be zero.
void AppendBigEndian(std::string& out, uint64_t value, int width_bytes);

// Appends `value` in 1 to 10 bytes: seven bits a byte, least significant first, the high bit set on all but
// the last.
void AppendVarint(std::string& out, uint64_t value);

// Appends a length as a varint, then the bytes.
void AppendLengthPrefixed(std::string& out, std::string_view bytes);

// Maps small negative and positive numbers to small unsigned ones: 0, -1, 1, -2 … become 0, 1, 2, 3 …
constexpr uint64_t ZigZag(int64_t value) {
  return (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63);
}
constexpr int64_t UnZigZag(uint64_t value) {
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

// Reads the fields of a record from its beginning. A read past the end, or a malformed field, returns zero or
// an empty view and makes `ok()` false for good, so that a decoder may check once, at its end. The bytes must
// outlive the reader and every view it returns. Thread-safety: one thread.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  uint64_t ReadBigEndian(int width_bytes);
  uint64_t ReadVarint();  // refuses overlong forms, so that a value has one encoding
  std::string_view ReadBytes(uint64_t size_bytes);
  std::string_view ReadLengthPrefixed() { return ReadBytes(ReadVarint()); }
  uint8_t ReadByte() { return static_cast<uint8_t>(ReadBigEndian(1)); }

  // All that is left, which then is nothing.
  std::string_view ReadRest() { return ReadBytes(rest_.size()); }

  bool ok() const { return ok_; }
  bool AtEnd() const { return rest_.empty(); }
  size_t remaining_bytes() const { return rest_.size(); }

 private:
  void Fail();

  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace muragat
