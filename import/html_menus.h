#pragma once

#include <cstdint>
#include <vector>

#include "import/html_tree.h"

namespace muragat::import {

// Marks in `left_out` what of a page that names no main part is no text: menus, which are blocks of links to
// other pages and hardly anything else; and before the first and behind the last of the page's texts, what
// stands beyond a menu (a date, a greeting, a notice of copyright). A text is a paragraph that says something
// outside of links, or a heading of the first two levels. Texts are never left out, and nothing is where the
// page has no menu, or holds nothing but links.
void LeaveOutMenus(const HtmlTree& tree, std::vector<bool>& left_out);

// Marks lists of links that hand the page on: each target holds the address of another page or is a letter to
// nobody ("https://…/share?u=https://…", "mailto:?…").
void LeaveOutSharing(const HtmlTree& tree, std::vector<bool>& left_out);

}  // namespace muragat::import
