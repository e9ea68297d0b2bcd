#include "muragat/render/patch_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "muragat/diff/text_change.h"
#include "muragat/diff/text_diff.h"
#include "muragat/text/utf8.h"

namespace muragat {
namespace {

constexpr size_t kContextLines = 3;

using Lines = std::vector<std::string_view>;  // with their ends

Lines CutLines(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Lines that go and lines that come in their place; half-open ranges of indexes.
struct LineChange {
  size_t older_begin = 0, older_end = 0, newer_begin = 0, newer_end = 0;
};

size_t CountLineEnds(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

// A change of bytes as the lines that it touches.
std::vector<LineChange> FindLineChanges(std::string_view older, std::string_view newer) {
  std::vector<LineChange> changes;
  const TextDiff diff = DiffText(older, newer, {.unit = DiffUnit::kLine});
  for (const TextChange& change : ReadChanges(diff.script)) {
    LineChange lines;
    lines.older_begin = CountLineEnds(older.substr(0, change.older_begin));
    lines.newer_begin = CountLineEnds(newer.substr(0, change.newer_begin));
    const std::string_view gone = older.substr(change.older_begin, change.OlderSize());
    const std::string_view come = newer.substr(change.newer_begin, change.NewerSize());
    lines.older_end = lines.older_begin + CutLines(gone).size();
    lines.newer_end = lines.newer_begin + CutLines(come).size();
    changes.push_back(lines);
  }
  return changes;
}

void AppendLine(char sign, std::string_view line, std::string& out) {
  out.append(1, sign).append(line);
  if (!line.ends_with('\n')) out.append("\n\\ No newline at end of file\n");
}

std::string Range(size_t begin, size_t count) {
  const std::string first = std::to_string(count == 0 ? begin : begin + 1);
  return count == 1 ? first : first + "," + std::to_string(count);
}

// Changes that are near each other stand in one hunk.
void AppendHunk(const std::vector<LineChange>& changes, size_t first, size_t end, const Lines& older,
                const Lines& newer, std::string& out) {
  const size_t before = std::min(kContextLines, changes[first].older_begin);
  const size_t after = std::min(kContextLines, older.size() - changes[end - 1].older_end);
  const size_t older_begin = changes[first].older_begin - before,
               older_end = changes[end - 1].older_end + after;
  const size_t newer_begin = changes[first].newer_begin - before,
               newer_end = changes[end - 1].newer_end + after;
  out.append("@@ -").append(Range(older_begin, older_end - older_begin));
  out.append(" +").append(Range(newer_begin, newer_end - newer_begin)).append(" @@\n");
  size_t at = older_begin;
  for (size_t i = first; i < end; ++i) {
    for (; at < changes[i].older_begin; ++at) AppendLine(' ', older[at], out);
    for (; at < changes[i].older_end; ++at) AppendLine('-', older[at], out);
    for (size_t j = changes[i].newer_begin; j < changes[i].newer_end; ++j) AppendLine('+', newer[j], out);
  }
  for (; at < older_end; ++at) AppendLine(' ', older[at], out);
}

}  // namespace

std::string RenderPatch(const SectionChange& change, const PatchNames& names) {
  const Lines older = CutLines(change.older_text), newer = CutLines(change.newer_text);
  const std::vector<LineChange> changes = FindLineChanges(change.older_text, change.newer_text);
  if (changes.empty()) return {};
  const std::string path = VisibleText(names.document) + "#s" + std::to_string(change.lineage.value);
  std::string out = "--- ";
  out.append(change.older == nullptr ? "/dev/null" : "a/" + path).append("\t" + names.from + "\n+++ ");
  out.append(change.newer == nullptr ? "/dev/null" : "b/" + path).append("\t" + names.to + "\n");
  for (size_t first = 0; first < changes.size();) {
    size_t end = first + 1;
    while (end < changes.size() && changes[end].older_begin - changes[end - 1].older_end <= 2 * kContextLines)
      ++end;
    AppendHunk(changes, first, end, older, newer, out);
    first = end;
  }
  return out;
}

}  // namespace muragat
