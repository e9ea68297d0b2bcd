#include "import/heading_lines.h"

#include <algorithm>

#include "muragat/text/byte_pairs.h"

namespace muragat::import {
namespace {

constexpr size_t kBlockBytes = 256;  // looked through at once

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }

// Whether a line end stands in `text` behind which a heading's line may begin.
bool MayPrecedeHeading(std::string_view text) {
  return AnyPairOfBytes(text, [](ByteBlock here, ByteBlock next) {
    const ByteMarks mark = (next == '#') | (next == '-') | (next == '=');
    const ByteMarks blank = (next == ' ') | (next == '\t') | (next == '\v') | (next == '\f');
    return (here == '\n') & (mark | blank);
  });
}

// Whether the line that begins at `begin` may make a heading.
bool MayMakeHeading(std::string_view text, size_t begin) {
  while (begin < text.size() && IsBlank(text[begin])) ++begin;
  if (begin == text.size()) return false;
  const char mark = text[begin];
  if (mark == '#') return true;
  if (mark != '=' && mark != '-') return false;
  const size_t behind = std::min(text.find_first_not_of(mark, begin), text.size());
  const size_t end = std::min(text.find_first_not_of(" \t\v\f", behind), text.size());
  return end == text.size() || text[end] == '\n';
}

size_t EndOfLine(std::string_view text, size_t begin) {
  const size_t feed = text.find('\n', begin);
  return feed == std::string_view::npos ? text.size() : feed + 1;
}

}  // namespace

size_t BehindLastHeadingLine(std::string_view text, size_t at) {
  for (size_t end = text.size(); end > at;) {
    const size_t begin = end > at + kBlockBytes ? end - kBlockBytes : at;
    // With the byte behind it, before which the block's last line may end.
    const bool may_hold = MayPrecedeHeading(text.substr(begin, end - begin + 1));
    for (size_t i = end; may_hold && i > begin; --i) {
      if (text[i - 1] == '\n' && MayMakeHeading(text, i)) return EndOfLine(text, i);
    }
    end = begin;
  }
  return at < text.size() && MayMakeHeading(text, at) ? EndOfLine(text, at) : at;
}

}  // namespace muragat::import
