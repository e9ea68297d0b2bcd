#include "bench/diffs/show.h"

#include <string_view>

#include "bench/diffs/text_file.h"
#include "muragat/base/huge_pages.h"
#include "muragat/diff/text_diff.h"

namespace muragat::bench {
namespace {

constexpr int kContextLines = 3;

// How many bytes the first lines of `text` have; the line that is begun counts as one.
size_t EndOfLines(std::string_view text) {
  size_t at = 0;
  for (int line = 0; line <= kContextLines && at < text.size(); ++line) {
    const size_t end = text.find('\n', at);
    at = end == std::string_view::npos ? text.size() : end + 1;
  }
  return at;
}

size_t BeginOfLines(std::string_view text) {
  size_t at = text.size();
  for (int line = 0; line <= kContextLines && at > 0; ++line) {
    const size_t end = text.rfind('\n', at - 1);
    if (end == std::string_view::npos) return 0;
    at = end;
  }
  return at == text.size() ? at : at + 1;
}

}  // namespace

Status ShowDiff(const std::string& older_path, const std::string& newer_path, std::ostream& out) {
  GrowHeapInHugePages();
  MURAGAT_ASSIGN_OR_RETURN(const std::string older, ReadTextFile(older_path));
  MURAGAT_ASSIGN_OR_RETURN(const std::string newer, ReadTextFile(newer_path));
  const EditScript script = DiffReadably(older, newer).script;
  std::string shown;
  shown.reserve(older.size() + newer.size());
  size_t at = 0;
  for (size_t i = 0; i < script.size(); ++i) {
    const Edit& edit = script[i];
    if (edit.kind == EditKind::kInsert) {
      shown.append("{+").append(edit.text).append("+}");
      continue;
    }
    const std::string_view text = std::string_view(older).substr(at, edit.size_bytes);
    at += edit.size_bytes;
    if (edit.kind == EditKind::kDelete) {
      shown.append("[-").append(text).append("-]");
      continue;
    }
    const size_t end = i == 0 ? 0 : EndOfLines(text);
    const size_t begin = i + 1 == script.size() ? text.size() : BeginOfLines(text);
    if (begin <= end) {
      shown.append(text);
    } else {
      shown.append(text.substr(0, end));
      if (i != 0 && i + 1 != script.size()) shown.append("\n@@\n");
      shown.append(text.substr(begin));
    }
  }
  out << shown;
  return {};
}

}  // namespace muragat::bench
