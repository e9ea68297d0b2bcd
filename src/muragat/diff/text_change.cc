#include "muragat/diff/text_change.h"

namespace muragat {

void AppendChange(TextChanges& changes, const TextChange& change) {
  if (change.OlderSize() == 0 && change.NewerSize() == 0) return;
  if (!changes.empty() && changes.back().older_end == change.older_begin &&
      changes.back().newer_end == change.newer_begin) {
    changes.back().older_end = change.older_end;
    changes.back().newer_end = change.newer_end;
  } else {
    changes.push_back(change);
  }
}

EditScript WriteScript(const TextChanges& changes, size_t older_size, std::string_view newer) {
  EditScript script;
  script.reserve(changes.size() * 3 + 1);
  size_t at = 0;
  for (const TextChange& change : changes) {
    AppendEdit(script, {EditKind::kKeep, change.older_begin - at, {}, 0});
    AppendEdit(script, {EditKind::kDelete, change.OlderSize(), {}, 0});
    AppendEdit(script, {EditKind::kInsert, change.NewerSize(),
                        newer.substr(change.newer_begin, change.NewerSize()), 0});
    at = change.older_end;
  }
  AppendEdit(script, {EditKind::kKeep, older_size - at, {}, 0});
  return script;
}

TextChanges ReadChanges(const EditScript& script) {
  TextChanges changes;
  size_t older_at = 0, newer_at = 0;
  for (const Edit& edit : script) {
    const size_t size = edit.size_bytes;
    if (edit.kind == EditKind::kDelete) {
      AppendChange(changes, {older_at, older_at + size, newer_at, newer_at});
    } else if (edit.kind != EditKind::kKeep) {
      AppendChange(changes, {older_at, older_at, newer_at, newer_at + size});
    }
    older_at += edit.kind == EditKind::kKeep || edit.kind == EditKind::kDelete ? size : 0;
    newer_at += edit.kind != EditKind::kDelete ? size : 0;
  }
  return changes;
}

}  // namespace muragat
