#include "muragat/diff/edit_script.h"

#include <algorithm>

namespace muragat {
namespace {

bool Join(Edit& last, const Edit& edit) {
  if (last.kind != edit.kind) return false;
  if (edit.kind == EditKind::kInsert && last.text.data() + last.text.size() != edit.text.data()) return false;
  if (edit.kind == EditKind::kCopy && last.source_bytes + last.size_bytes != edit.source_bytes) return false;
  if (edit.kind == EditKind::kInsert) last.text = {last.text.data(), last.text.size() + edit.text.size()};
  last.size_bytes += edit.size_bytes;
  return true;
}

}  // namespace

Result<std::string> ApplyScript(std::span<const Edit> script, std::string_view base) {
  std::string out;
  out.reserve(base.size());
  size_t at = 0;
  for (const Edit& edit : script) {
    const bool uses_base = edit.kind == EditKind::kKeep || edit.kind == EditKind::kDelete;
    if (uses_base && edit.size_bytes > base.size() - at) {
      return Status::Corruption("an edit script goes beyond the end of its base");
    }
    switch (edit.kind) {
      case EditKind::kKeep:
        out.append(base.substr(at, edit.size_bytes));
        at += edit.size_bytes;
        break;
      case EditKind::kDelete:
        at += edit.size_bytes;
        break;
      case EditKind::kInsert:
        if (edit.text.size() != edit.size_bytes)
          return Status::Corruption("an edit script's insert has a wrong size");
        out.append(edit.text);
        break;
      case EditKind::kCopy:
        if (edit.source_bytes > base.size() || edit.size_bytes > base.size() - edit.source_bytes) {
          return Status::Corruption("an edit script copies from outside its base");
        }
        out.append(base.substr(edit.source_bytes, edit.size_bytes));
        break;
      default:
        return Status::Corruption("an edit script holds an operation of no known kind");
    }
  }
  if (at != base.size()) return Status::Corruption("an edit script leaves a part of its base unused");
  return out;
}

bool Yields(std::span<const Edit> script, std::string_view base, std::string_view text) {
  size_t at = 0;  // in the base
  const auto take = [&text](std::string_view expected, uint64_t size_bytes) {
    if (expected.size() != size_bytes || !text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
  };
  for (const Edit& edit : script) {
    const bool uses_base = edit.kind == EditKind::kKeep || edit.kind == EditKind::kDelete;
    if (uses_base && edit.size_bytes > base.size() - at) return false;
    switch (edit.kind) {
      case EditKind::kKeep:
        if (!take(base.substr(at, edit.size_bytes), edit.size_bytes)) return false;
        break;
      case EditKind::kDelete:
        break;
      case EditKind::kInsert:
        if (!take(edit.text, edit.size_bytes)) return false;
        break;
      case EditKind::kCopy:
        if (edit.source_bytes > base.size()) return false;
        if (!take(base.substr(edit.source_bytes, edit.size_bytes), edit.size_bytes)) return false;
        break;
      default:
        return false;
    }
    if (uses_base) at += edit.size_bytes;
  }
  return at == base.size() && text.empty();
}

void AppendEdit(EditScript& script, Edit edit) {
  if (edit.size_bytes == 0) return;
  if (edit.kind != EditKind::kDelete) {
    if (script.empty() || !Join(script.back(), edit)) script.push_back(edit);
    return;
  }
  auto place = script.end();
  while (place != script.begin() && std::prev(place)->kind == EditKind::kInsert) --place;
  if (place != script.begin() && Join(*std::prev(place), edit)) return;
  script.insert(place, edit);
}

}  // namespace muragat
