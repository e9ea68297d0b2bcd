#pragma once

#include <vector>

#include "import/html_tree.h"

namespace muragat::import {

// Marks in `left_out`, where the page says so by elements and roles, what stands around its text: navigation,
// banners (a <header> of the whole page), footers likewise, asides, searches, dialogs, forms that hold little
// text of their own, notices about cookies. What holds half of the page's text, or its main part, is none of
// these, whatever it is called: pages exist that are one form. A <header>, <footer> or <aside> with another
// role is what that role says.
void LeaveOutLandmarks(const HtmlTree& tree, std::vector<bool>& left_out);

// The part that the page calls its main one: <main> or role=main, the heaviest of several; else the only
// article that holds half of the page's text. 0, the page itself, where there is none.
uint32_t FindMainPart(const HtmlTree& tree, const std::vector<bool>& left_out);

}  // namespace muragat::import
