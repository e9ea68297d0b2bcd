#include "muragat/diff/text_diff.h"
#include "muragat/text/words.h"

namespace muragat {

WordCounts CountChangedWords(const EditScript& script, std::string_view older) {
  WordCounts counts;
  size_t at = 0;
  for (const Edit& edit : script) {
    switch (edit.kind) {
      case EditKind::kKeep:
        at += edit.size_bytes;
        break;
      case EditKind::kDelete:
        counts.words_out += CountWords(older.substr(at, edit.size_bytes));
        at += edit.size_bytes;
        break;
      case EditKind::kInsert:
        counts.words_in += CountWords(edit.text);
        break;
      case EditKind::kCopy:
        counts.words_in += CountWords(older.substr(edit.source_bytes, edit.size_bytes));
        break;
    }
  }
  return counts;
}

}  // namespace muragat
