#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "import/html_tree.h"
#include "muragat/base/status.h"

namespace muragat::import {

// A selector of CSS, of which these are read: a type (`article`) or `*`, `#id`, `.class`, `[attribute]`,
// `[attribute=value]` (the value plain or in quotes), put together without spaces; a descendant (`main p`), a
// child (`main > p`), and lists with commas. `\` before a character takes it as it is.
class HtmlSelector {
 public:
  // Errors: kInvalidArgument: anything else, or more than 32 parts.
  static Result<HtmlSelector> Parse(std::string_view text);

  // The elements that it names and that lie in no other such, in the order of the page. Cost: one pass.
  std::vector<uint32_t> Find(const HtmlTree& tree) const;

 private:
  struct Attribute {
    std::string name;
    bool any_value = true;
    std::string value;
  };
  // What one element must be.
  struct Part {
    std::string name;  // in lower case; empty: any
    std::vector<std::string> classes;
    std::vector<Attribute> attributes;  // the id among them
    bool begins = false;                // first of its chain: nothing is asked of what it lies in
    bool of_parent = false;             // the part before it must be its parent, else any element around it
    bool ends = false;                  // last of its chain
  };
  class Reader;
  bool Fits(const Part& part, const HtmlTree& tree, uint32_t index) const;

  std::vector<Part> parts_;
};

}  // namespace muragat::import
