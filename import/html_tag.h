#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muragat::import {

// A tag as the tokenizer of HTML reads it.
struct HtmlTagToken {
  std::string name;  // in lower case; empty where there is no tag
  bool end_tag = false;
  bool self_closing = false;
  size_t attributes = 0;
  size_t size_bytes = 0;  // from "<" through ">"; npos where the page ends within it
};

// Reads the tag that `text` opens with: "<" and a letter, or "</" and a letter; else its name is empty.
HtmlTagToken ReadHtmlTag(std::string_view text);

// The value of an attribute of the tag `tag` as it is written, without its quotes; empty where it has none.
std::string_view HtmlTagValue(std::string_view tag, std::string_view lower_name);

}  // namespace muragat::import
