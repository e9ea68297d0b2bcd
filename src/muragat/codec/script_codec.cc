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

}  // namespace muragat
