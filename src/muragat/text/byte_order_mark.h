#pragma once

#include <string_view>

namespace muragat {

// The mark that some programs put before UTF-8.
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// The text behind the mark, or all of it where there is none.
constexpr std::string_view SkipByteOrderMark(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

}  // namespace muragat
