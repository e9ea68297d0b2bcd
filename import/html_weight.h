#pragma once

#include <cstdint>
#include <vector>

#include "import/html_counts.h"
#include "import/html_tree.h"

namespace muragat::import {

// How much text a page has where: in characters other than white space, an ideograph as three. What is left
// out weighs nothing.
struct HtmlWeights {
  HtmlWeights(const HtmlTree& tree, const std::vector<bool>& left_out);

  HtmlCounts all;
  HtmlCounts linked;  // of that, in links to other pages; those within the page lead through its own text
  HtmlCounts links;   // how many such links with a text there are

  uint64_t Plain(uint32_t index) const { return all.Of(index) - linked.Of(index); }

 private:
  struct Own;  // of each node by itself
  explicit HtmlWeights(const Own& own);
};

}  // namespace muragat::import
