#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/limits.h"
#include "muragat/base/status.h"

namespace muragat::import {

// The markup of a page, ready for the parser.
struct HtmlMarkup {
  std::string text;
  std::vector<std::string> linked_data;  // what its scripts of type application/ld+json hold
};

// Takes out of a page (UTF-8 without a NUL) what holds no text for a reader and what makes parsing hard:
// scripts, styles, comments, drawings (SVG), templates, <noscript>, frames, lists to choose from, and the tag
// of <math> itself. What is left are tags, a doctype and text, in which the parser can find no other tags
// than were seen here; so the bounds of HtmlNesting hold for it.
// Errors: kInvalidArgument: a bound of HtmlNesting is exceeded, or the page's text, blanks apart, is longer
//         than the limit for one text.
// Cost: one pass; the contents of scripts and the like are searched for their end alone.
Result<HtmlMarkup> ReadHtmlMarkup(std::string_view page, const Limits& limits = {});

}  // namespace muragat::import
