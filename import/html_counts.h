#pragma once

#include <cstdint>
#include <vector>

#include "import/html_tree.h"

namespace muragat::import {

// How many nodes of some sort, or how much of something, lies within each node: sums over the order of the
// page, so that any node's is one subtraction.
class HtmlCounts {
 public:
  // `count_of(index)` is what the node itself has.
  template <typename CountOf>
  HtmlCounts(const HtmlTree& tree, const CountOf& count_of) : tree_(&tree), before_(tree.size() + 1) {
    for (uint32_t i = 0; i < tree.size(); ++i)
      before_[i + 1] = before_[i] + static_cast<uint64_t>(count_of(i));
  }

  // Of the node with all that is in it, and of what is in it alone.
  uint64_t Of(uint32_t index) const { return before_[(*tree_)[index].end] - before_[index]; }
  uint64_t Within(uint32_t index) const { return before_[(*tree_)[index].end] - before_[index + 1]; }

 private:
  const HtmlTree* tree_;
  std::vector<uint64_t> before_;
};

}  // namespace muragat::import
