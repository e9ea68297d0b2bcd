#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muragat::import {

// YAML front matter: lines between "---" as the text's first line (behind a byte order mark) and the next
// "---" or
// "...". A blank line right behind the first makes it a thematic break.
struct FrontMatter {
  size_t end = 0;     // behind it; 0 where there is none
  std::string title;  // its `title`, without quotes; empty where there is none
};

FrontMatter ReadFrontMatter(std::string_view text);

}  // namespace muragat::import
