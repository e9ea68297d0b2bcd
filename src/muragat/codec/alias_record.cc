// An alias of a section, in the family `catalog`:
//   target: varint
//   and only where an archivist said so:
//   flags: a byte; 1, or 3 with a date
//   from: 6 bytes, a date; only with flag 2
//   author, because: varint length and bytes each
#include "muragat/codec/alias_record.h"

#include "muragat/base/bytes.h"
#include "muragat/codec/keys.h"

namespace muragat {
namespace {

constexpr uint8_t kByArchivist = 1, kFrom = 2;

}  // namespace

std::string EncodeAlias(const Alias& alias) {
  std::string value;
  AppendVarint(value, alias.target.value);
  if (!alias.by_archivist) return value;
  value.push_back(static_cast<char>(alias.from ? kByArchivist | kFrom : kByArchivist));
  if (alias.from) AppendDate(value, *alias.from);
  AppendLengthPrefixed(value, alias.author);
  AppendLengthPrefixed(value, alias.because);
  return value;
}

std::optional<Alias> DecodeAlias(std::string_view key, std::string_view value) {
  if (key.empty() || key.front() != 'a') return std::nullopt;
  ByteReader key_reader(key.substr(1));
  Alias alias;
  key_reader.ReadBigEndian(4);  // the document
  alias.section.value = static_cast<uint32_t>(key_reader.ReadBigEndian(4));
  alias.commit.value = static_cast<uint32_t>(key_reader.ReadBigEndian(4));
  if (!key_reader.ok() || !key_reader.AtEnd()) return std::nullopt;
  ByteReader reader(value);
  const uint64_t target = reader.ReadVarint();
  if (!reader.ok() || target == 0 || target > UINT32_MAX) return std::nullopt;
  alias.target.value = static_cast<uint32_t>(target);
  if (reader.AtEnd()) return alias;
  const uint8_t flags = reader.ReadByte();
  if (flags != kByArchivist && flags != (kByArchivist | kFrom)) return std::nullopt;
  alias.by_archivist = true;
  if ((flags & kFrom) != 0) {
    alias.from = DecodeDate(reader.ReadBigEndian(kDateBytes));
    if (!alias.from) return std::nullopt;
  }
  alias.author = reader.ReadLengthPrefixed();
  alias.because = reader.ReadLengthPrefixed();
  if (!reader.ok() || !reader.AtEnd()) return std::nullopt;
  return alias;
}

}  // namespace muragat
