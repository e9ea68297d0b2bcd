// script := operation*
// operation := (size << 2 | kind):varint, then for insert that many bytes, for copy offset:varint
#include "muragat/codec/script_codec.h"

#include "muragat/base/bytes.h"

namespace muragat {

void AppendScript(std::string& out, std::span<const Edit> script) {
  for (const Edit& edit : script) {
    AppendVarint(out, edit.size_bytes << 2 | static_cast<uint64_t>(edit.kind));
    if (edit.kind == EditKind::kInsert) out.append(edit.text);
    if (edit.kind == EditKind::kCopy) AppendVarint(out, edit.source_bytes);
  }
}

Result<EditScript> DecodeScript(std::string_view bytes) {
  EditScript script;
  ByteReader reader(bytes);
  while (!reader.AtEnd()) {
    const uint64_t head = reader.ReadVarint();
    Edit edit{.kind = static_cast<EditKind>(head & 3), .size_bytes = head >> 2};
    if (edit.kind == EditKind::kInsert) edit.text = reader.ReadBytes(edit.size_bytes);
    if (edit.kind == EditKind::kCopy) edit.source_bytes = reader.ReadVarint();
    if (!reader.ok() || edit.size_bytes == 0)
      return Status::Corruption("an edit script is cut short or malformed");
    script.push_back(edit);
  }
  if (!reader.ok()) return Status::Corruption("an edit script is cut short or malformed");
  return script;
}

Status ApplyStoredScript(std::string_view bytes, std::string_view base, uint64_t max_bytes,
                         std::string& out) {
  const auto malformed = [] { return Status::Corruption("an edit script does not fit its base"); };
  out.clear();
  ByteReader reader(bytes);
  size_t at = 0;
  while (!reader.AtEnd()) {
    const uint64_t head = reader.ReadVarint(), size_bytes = head >> 2;
    const auto kind = static_cast<EditKind>(head & 3);
    const bool uses_base = kind == EditKind::kKeep || kind == EditKind::kDelete;
    if (size_bytes == 0 || (uses_base && size_bytes > base.size() - at)) return malformed();
    if (kind != EditKind::kDelete && size_bytes > max_bytes - out.size()) return malformed();
    switch (kind) {
      case EditKind::kKeep:
        out.append(base.substr(at, size_bytes));
        at += size_bytes;
        break;
      case EditKind::kDelete:
        at += size_bytes;
        break;
      case EditKind::kInsert:
        out.append(reader.ReadBytes(size_bytes));
        break;
      case EditKind::kCopy: {
        const uint64_t source = reader.ReadVarint();
        if (source > base.size() || size_bytes > base.size() - source) return malformed();
        out.append(base.substr(source, size_bytes));
        break;
      }
    }
    if (!reader.ok()) return malformed();
  }
  return reader.ok() && at == base.size() ? Status::Ok() : malformed();
}

}  // namespace muragat
