#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "muragat/base/status.h"

namespace muragat {

// The offset in bytes of the first byte of `text` that is not well-formed UTF-8 (Unicode 15, table 3-7), or
// of the first NUL, which no text may hold; absent where all is well. Cost: one pass, eight bytes at a time
// over ASCII.
std::optional<size_t> FindInvalidUtf8(std::string_view text);

// As DecodeUtf8, for a first byte beyond ASCII.
char32_t DecodeBeyondAscii(std::string_view text, size_t& at);

// The code point at `at`, which is moved behind it. Malformed bytes give U+FFFD and move by one.
// `at` must be less than the size of `text`.
inline char32_t DecodeUtf8(std::string_view text, size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 0x80) return DecodeBeyondAscii(text, at);
  ++at;
  return first;
}

void AppendUtf8(std::string& out, char32_t code_point);

// Whether `c` is a control character (C0, DEL, C1).
constexpr bool IsControl(char32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

// Whether a control character stands in `text`. Malformed bytes are none. Cost: one pass, eight bytes at a
// time over what cannot be one.
bool HoldsControl(std::string_view text);

// Whether `c` changes how its neighbours are shown and is itself unseen: bidirectional controls, zero-width
// characters, the byte order mark inside a text.
constexpr bool IsInvisibleFormat(char32_t c) {
  return c == 0x00ad || c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206f) || c == 0xfeff ||
         (c >= 0xe0000 && c <= 0xe007f);
}

// `text` as it may be put on a terminal or in one line of a message: control characters and invisible format
// characters as visible marks such as ␛ or <U+202E>, malformed bytes as <xFF>. With `keep_lines`, line feeds
// and tabs stay (a carriage return before a line feed is dropped).
std::string VisibleText(std::string_view text, bool keep_lines = false);

// `text` without its control characters. Malformed bytes are U+FFFD.
std::string WithoutControls(std::string_view text);

// `text` as one line: a blank for each control character, line ends among them, and none at the end.
// Malformed bytes are U+FFFD.
std::string OneLine(std::string_view text);

// Whether `text` may stand as one line of a record: UTF-8 without control characters.
// Errors: kInvalidArgument, naming the text as `what`.
Status CheckOneLine(std::string_view text, std::string_view what);

}  // namespace muragat
