#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "import/html_kind.h"
#include "muragat/base/status.h"

namespace muragat::import {

struct HtmlAttribute {
  std::string_view name;  // in lower case
  std::string_view value;
};

// An element or a text of a page.
struct HtmlNode {
  HtmlKind kind = HtmlKind::kOther;
  uint32_t parent = 0;           // its index; the root is its own
  uint32_t end = 0;              // one past the last node within it
  uint32_t first_attribute = 0;  // see HtmlTree::attributes
  uint32_t attribute_count = 0;
  std::string_view name;  // of an element, in lower case
  std::string_view text;  // of a text, its character references resolved
};

// A page as HTML reads it, without comments. The nodes stand in the order of their beginnings, the root
// first: the first child of `i` is i + 1 (where that is less than its `end`), the next sibling of a child is
// its `end`. Thread-safety: a value that is only read; moved, not copied.
class HtmlTree {
 public:
  // What a tree may take while it is built.
  static constexpr size_t kMaxBytes = size_t{128} << 20;
  static constexpr size_t kMaxDepth = 2048;

  // `markup` as ReadHtmlMarkup gives it.
  // Errors: kInvalidArgument: the tree is too large or too deep.
  static Result<HtmlTree> Parse(std::string_view markup);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& operator[](uint32_t index) const { return nodes_[index]; }
  uint32_t size() const { return static_cast<uint32_t>(nodes_.size()); }

  std::span<const HtmlAttribute> attributes(uint32_t index) const {
    return std::span(attributes_).subspan(nodes_[index].first_attribute, nodes_[index].attribute_count);
  }
  // The value of an attribute; nullptr where the element has none of that name.
  const std::string_view* FindAttribute(uint32_t index, std::string_view name) const;
  // The same, an empty view where it has none.
  std::string_view Attribute(uint32_t index, std::string_view name) const {
    const std::string_view* value = FindAttribute(index, name);
    return value == nullptr ? std::string_view() : *value;
  }
  // 1 … 6, of a node that is a heading (<h1> … <h6>, or role=heading with aria-level, else 2).
  uint32_t HeadingLevel(uint32_t index) const;
  // All text within a node, put end to end, with white space as single spaces and none at the ends.
  std::string PlainText(uint32_t index) const;

 private:
  class Memory;
  HtmlTree();
  Status Build(const void* root);

  std::unique_ptr<Memory> memory_;  // of the parser's tree, which the views show
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

}  // namespace muragat::import
