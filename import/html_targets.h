#pragma once

#include <vector>

#include "import/html_tree.h"

namespace muragat::import {

// By node, the places that links of the page itself lead to: `href="#a5"` to `id=a5` or `<a name=a5>`, as a
// list of contents does. Headings are none, since they need no such sign, nor is what lies in items of lists.
std::vector<bool> FindLinkTargets(const HtmlTree& tree, const std::vector<bool>& left_out);

}  // namespace muragat::import
