// revision := form flags [number:string] [title:string] content
// content  := checksum:u32 heading:varint text:rest                                        keyframe
//           | checksum:u32 heading:varint size:varint chain:byte base script:rest          diff
//           | ordinal:varint                                                               same
// base     := 00 distance:varint | 01 section:varint ordinal:varint | 02 document:varint section:varint
// ordinal:varint
#include "muragat/codec/revision_record.h"

#include "muragat/base/bytes.h"
#include "muragat/codec/number_codec.h"
#include "muragat/codec/script_codec.h"

namespace muragat {
namespace {

enum Flag : uint8_t { kTeaser = 0x01, kNumber = 0x02, kTitle = 0x04 };            // on disk: never change
enum BaseKind : uint8_t { kSameSection = 0, kSameDocument = 1, kElsewhere = 2 };  // on disk: never change

void AppendBase(std::string& out, const RevisionKey& key, const RevisionKey& base) {
  if (base.document != key.document) {
    out.push_back(static_cast<char>(kElsewhere));
    AppendVarint(out, base.document.value);
  } else if (base.section == key.section) {
    out.push_back(static_cast<char>(kSameSection));
    AppendVarint(out, key.ordinal.value - base.ordinal.value);
    return;
  } else {
    out.push_back(static_cast<char>(kSameDocument));
  }
  AppendVarint(out, base.section.value);
  AppendVarint(out, base.ordinal.value);
}

// Returns false where the base cannot be one.
bool ReadBase(ByteReader& reader, const RevisionKey& key, RevisionKey& base) {
  base = key;
  switch (reader.ReadByte()) {
    case kSameSection: {
      const uint64_t distance = reader.ReadVarint();
      if (distance == 0 || distance > key.ordinal.value) return false;
      base.ordinal.value = key.ordinal.value - static_cast<uint32_t>(distance);
      return true;
    }
    case kElsewhere:
      base.document.value = ReadVarint32(reader);
      [[fallthrough]];
    case kSameDocument:
      base.section.value = ReadVarint32(reader);
      base.ordinal.value = ReadVarint32(reader);
      return base != key;
    default:
      return false;
  }
}

Status Damaged(const RevisionKey& key) {
  return Status::Corruption("text " + std::to_string(key.ordinal.value) + " of section s" +
                            std::to_string(key.section.value) + " of document " +
                            std::to_string(key.document.value) + " cannot be decoded");
}

}  // namespace

std::string EncodeRevision(const RevisionKey& key, const RevisionRecord& record, const EditScript& script) {
  std::string out;
  out.reserve(record.payload.size() + record.title.size() + 32);
  out.push_back(static_cast<char>(record.form));
  out.push_back(static_cast<char>((record.teaser ? kTeaser : 0) | (record.number.empty() ? 0 : kNumber) |
                                  (record.title.empty() ? 0 : kTitle)));
  if (!record.number.empty()) AppendLengthPrefixed(out, record.number);
  if (!record.title.empty()) AppendLengthPrefixed(out, record.title);
  if (record.form == RevisionForm::kSame) {
    AppendVarint(out, record.base.ordinal.value);
    return out;
  }
  AppendBigEndian(out, record.checksum, 4);
  AppendVarint(out, record.heading_bytes);
  if (record.form == RevisionForm::kDiff) {
    AppendVarint(out, record.text_bytes);
    out.push_back(static_cast<char>(record.chain_length));
    AppendBase(out, key, record.base);
    AppendScript(out, script);
  } else {
    out.append(record.payload);
  }
  return out;
}

Result<RevisionRecord> DecodeRevision(const RevisionKey& key, std::string_view value) {
  ByteReader reader(value);
  RevisionRecord record;
  const uint8_t form = reader.ReadByte();
  const uint8_t flags = reader.ReadByte();
  if ((flags & ~(kTeaser | kNumber | kTitle)) != 0) return Damaged(key);
  record.form = static_cast<RevisionForm>(form);
  record.teaser = (flags & kTeaser) != 0;
  if ((flags & kNumber) != 0) record.number = reader.ReadLengthPrefixed();
  if ((flags & kTitle) != 0) record.title = reader.ReadLengthPrefixed();
  switch (record.form) {
    case RevisionForm::kKeyframe:
      record.checksum = static_cast<uint32_t>(reader.ReadBigEndian(4));
      record.heading_bytes = reader.ReadVarint();
      record.payload = reader.ReadRest();
      record.text_bytes = record.payload.size();
      break;
    case RevisionForm::kDiff:
      record.checksum = static_cast<uint32_t>(reader.ReadBigEndian(4));
      record.heading_bytes = reader.ReadVarint();
      record.text_bytes = reader.ReadVarint();
      record.chain_length = reader.ReadByte();
      if (!ReadBase(reader, key, record.base)) return Damaged(key);
      if (record.chain_length < 1 || record.chain_length > kMaxChain) return Damaged(key);
      record.payload = reader.ReadRest();
      break;
    case RevisionForm::kSame:
      record.base = key;
      record.base.ordinal.value = ReadVarint32(reader);
      if (record.base.ordinal >= key.ordinal || !reader.AtEnd()) return Damaged(key);
      break;
    case RevisionForm::kRedacted:
      return Status::InvalidArgument("text " + std::to_string(key.ordinal.value) + " of section s" +
                                     std::to_string(key.section.value) + " was taken out by law");
    default:
      return Damaged(key);
  }
  const bool whole = record.form == RevisionForm::kSame || record.heading_bytes <= record.text_bytes;
  if (!reader.ok() || !whole) return Damaged(key);
  return record;
}

}  // namespace muragat
