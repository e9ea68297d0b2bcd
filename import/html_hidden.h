#pragma once

#include <vector>

#include "import/html_tree.h"

namespace muragat::import {

// By node, what a page never shows as its text: its head, controls, media, elements that are hidden
// (`hidden`, `display: none`, `visibility: hidden`, the classes by which frameworks hide text from the eye, a
// closed <dialog>), links in headings that show no more than a sign ("¶"), and links to the top
// of the page. Only the outermost nodes are
// marked.
std::vector<bool> FindHidden(const HtmlTree& tree);

}  // namespace muragat::import
