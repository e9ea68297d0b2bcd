#include "muragat/codec/number_codec.h"

namespace muragat {

uint32_t ReadVarint32(ByteReader& reader) {
  const uint64_t number = reader.ReadVarint();
  if (number <= UINT32_MAX) return static_cast<uint32_t>(number);
  reader.ReadBytes(UINT64_MAX);  // past the end: fails the reader for good
  return 0;
}

std::string EncodeNumber(uint32_t number) {
  std::string value;
  AppendVarint(value, number);
  return value;
}

std::optional<uint32_t> DecodeNumber(std::string_view value) {
  ByteReader reader(value);
  const uint32_t number = ReadVarint32(reader);
  if (!reader.ok() || !reader.AtEnd() || number == 0) return std::nullopt;
  return number;
}

}  // namespace muragat
