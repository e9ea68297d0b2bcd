// capture := form flags [media:string] [url:string] [captured:date] content
// content := checksum:u32 bytes:rest (keyframe) | earlier:varint (same) | nothing (text)
#include "muragat/codec/capture_record.h"

#include "muragat/base/bytes.h"
#include "muragat/base/hash.h"
#include "muragat/codec/keys.h"
#include "muragat/codec/number_codec.h"

namespace muragat {
namespace {

enum Form : uint8_t { kKeyframe = 1, kDiff = 2, kSame = 3, kText = 5 };    // on disk: never change
enum Flag : uint8_t { kMediaType = 0x01, kUrl = 0x02, kCaptured = 0x04 };  // on disk: never change

}  // namespace

std::string EncodeCapture(const CaptureRecord& record) {
  const Capture& capture = record.capture;
  const Form form = record.same_as.value != 0 ? kSame : capture.bytes ? kKeyframe : kText;
  std::string out;
  out.push_back(static_cast<char>(form));
  out.push_back(static_cast<char>((capture.media_type.empty() ? 0 : kMediaType) |
                                  (capture.source_url.empty() ? 0 : kUrl) |
                                  (capture.captured ? kCaptured : 0)));
  if (!capture.media_type.empty()) AppendLengthPrefixed(out, capture.media_type);
  if (!capture.source_url.empty()) AppendLengthPrefixed(out, capture.source_url);
  if (capture.captured) AppendDate(out, *capture.captured);
  if (form == kSame) AppendVarint(out, record.same_as.value);
  if (form == kKeyframe) {
    AppendBigEndian(out, Checksum32(*capture.bytes), 4);
    out.append(*capture.bytes);
  }
  return out;
}

Result<CaptureRecord> DecodeCapture(std::string_view value) {
  const Status damaged = Status::Corruption("a capture cannot be decoded");
  ByteReader reader(value);
  CaptureRecord record;
  const uint8_t form = reader.ReadByte();
  const uint8_t flags = reader.ReadByte();
  if ((flags & ~(kMediaType | kUrl | kCaptured)) != 0) return damaged;
  if ((flags & kMediaType) != 0) record.capture.media_type = reader.ReadLengthPrefixed();
  if ((flags & kUrl) != 0) record.capture.source_url = reader.ReadLengthPrefixed();
  if ((flags & kCaptured) != 0) {
    record.capture.captured = DecodeDate(reader.ReadBigEndian(kDateBytes));
    if (!record.capture.captured) return damaged;
  }
  if (form == kSame) {
    record.same_as.value = ReadVarint32(reader);
    if (record.same_as.value == 0) return damaged;
  } else if (form == kKeyframe) {
    const auto checksum = static_cast<uint32_t>(reader.ReadBigEndian(4));
    record.capture.bytes = reader.ReadRest();
    if (Checksum32(*record.capture.bytes) != checksum) {
      return Status::Corruption("the bytes of a capture do not match their checksum");
    }
  } else if (form != kText) {
    return damaged;
  }
  if (!reader.ok() || !reader.AtEnd()) return damaged;
  return record;
}

}  // namespace muragat
