// places  := (step:varint [date:6 bytes])*    step: zigzag(document less the one before) × 2, + 1 with a date
// further := first_reform:varint count:varint (document:varint section:varint){count}
#include "muragat/codec/log_keys.h"

#include "muragat/base/bytes.h"
#include "muragat/codec/keys.h"
#include "muragat/codec/number_codec.h"

namespace muragat {
namespace {

constexpr int kNumberBytes = 4;
constexpr uint64_t kMaxStep = uint64_t{1} << 34;  // no two numbers lie further apart

std::string Key(char tag, std::initializer_list<uint64_t> numbers) {
  std::string key(1, tag);
  for (const uint64_t number : numbers) AppendBigEndian(key, number, kNumberBytes);
  return key;
}

}  // namespace

std::string LogNodeKey(int level, uint64_t index) {
  std::string key(1, 't');
  key.push_back(static_cast<char>(level));
  AppendBigEndian(key, index, kNumberBytes);
  return key;
}

std::string RecordNodesKey(CommitNumber commit, int level) {
  std::string key = Key('m', {commit.value});
  key.push_back(static_cast<char>(level));
  return key;
}

std::string RecordPlacesKey(CommitNumber commit, uint64_t group) { return Key('p', {commit.value, group}); }

std::string EncodeRecordPlaces(const std::vector<RecordPlace>& places) {
  std::string value;
  int64_t document = 0;
  std::optional<ValidDate> valid;
  for (const RecordPlace& place : places) {
    const bool dated = valid != place.valid;
    AppendVarint(value, ZigZag(int64_t{place.document.value} - document) << 1 | (dated ? 1 : 0));
    if (dated) AppendDate(value, place.valid);
    document = place.document.value;
    valid = place.valid;
  }
  return value;
}

std::optional<std::vector<RecordPlace>> DecodeRecordPlaces(std::string_view value) {
  ByteReader reader(value);
  std::vector<RecordPlace> places;
  int64_t document = 0;
  std::optional<ValidDate> valid;
  while (!reader.AtEnd()) {
    const uint64_t step = reader.ReadVarint();
    if ((step & 1) != 0) valid = DecodeDate(reader.ReadBigEndian(kDateBytes));
    if (!reader.ok() || step > kMaxStep || !valid) return std::nullopt;
    document += UnZigZag(step >> 1);
    if (document < 1 || document > UINT32_MAX) return std::nullopt;
    places.push_back({DocumentNumber{static_cast<uint32_t>(document)}, *valid});
  }
  return places;
}

std::string FurtherRecordsKey(CommitNumber commit) { return RecordPlacesKey(commit, UINT32_MAX); }

std::string EncodeFurtherRecords(const FurtherRecords& further) {
  std::string value;
  AppendVarint(value, further.first_reform);
  AppendVarint(value, further.links.size());
  for (const auto& [document, section] : further.links) {
    AppendVarint(value, document.value);
    AppendVarint(value, section.value);
  }
  return value;
}

std::optional<FurtherRecords> DecodeFurtherRecords(std::string_view value) {
  ByteReader reader(value);
  FurtherRecords further;
  further.first_reform = ReadVarint32(reader);
  const uint64_t count = reader.ReadVarint();
  if (count > reader.remaining_bytes() / 2) return std::nullopt;
  for (uint64_t i = 0; i < count; ++i) {
    const DocumentNumber document{ReadVarint32(reader)};
    further.links.push_back({document, SectionNumber{ReadVarint32(reader)}});
  }
  if (!reader.ok() || !reader.AtEnd()) return std::nullopt;
  return further;
}

}  // namespace muragat
