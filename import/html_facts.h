#pragma once

#include <optional>
#include <span>
#include <string>

#include "import/html_tree.h"
#include "muragat/base/date.h"

namespace muragat::import {

// What a page says of itself.
struct HtmlFacts {
  std::string title;     // its <title>, else og:title or the headline of its linked data; without the name of
                         // the site, where its first heading opens or ends it ("Elections | The Portal")
  std::string language;  // as BCP 47 writes it; empty where it says none
  std::string source_url;         // its canonical address, absolute; empty where it names none
  std::optional<ValidDate> date;  // when it was last modified, else published
};

// Reads <title>, lang, <link rel=canonical>, <meta>, <time> and linked data (JSON-LD, one text each). Of
// several dates the last modified counts, in this order: <meta>, linked data, <time>; then those published.
// What makes no sense is passed over.
HtmlFacts ReadHtmlFacts(const HtmlTree& tree, std::span<const std::string> linked_data);

}  // namespace muragat::import
