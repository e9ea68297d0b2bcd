#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "import/html_facts.h"
#include "import/limits.h"
#include "muragat/base/status.h"
#include "muragat/model/document.h"

namespace muragat::import {

// What is known of a page beforehand.
struct HtmlOptions {
  std::string select;      // the part to take (HtmlSelector); empty: the rule finds it
  std::string language;    // of the text, as BCP 47 writes it; empty: what the page says
  std::string source_url;  // where it came from; empty: what the page says
};

// A page: its main text as a document, and what it says of itself.
struct HtmlPage {
  Document document;
  HtmlFacts facts;
};

// Reads an HTML page. Its encoding is found as DecodeHtml says. The text is the page's main part as Markdown
// (WriteHtmlAsMarkdown), cut as ReadMarkdown cuts it: without what stands around it (LeaveOutLandmarks), and
// where the page names no main part, without its menus (LeaveOutMenus); a page without such marks keeps all
// of its text. The page's only <h1> belongs to its main part, where it stands before it. With `select`, the
// parts that it names and all that is shown in them. Nothing that the page names is opened, and nothing in it
// is run. Errors: kInvalidArgument: the page or its text is over a limit, too deep or too large for the tree;
// nothing
//         fits `select`, or it cannot be read; nothing in the page is text.
Result<HtmlPage> ReadHtml(std::string_view bytes, const HtmlOptions& options = {}, const Limits& limits = {});

// The same for a page that is UTF-8 already, whatever it says of its encoding, without a byte order mark.
Result<HtmlPage> ReadHtmlText(std::string_view page, const HtmlOptions& options = {},
                              const Limits& limits = {});

// Whether what begins with `head` is HTML: a doctype or <html>, behind blanks, comments and a byte order
// mark.
bool LooksLikeHtml(std::string_view head);

}  // namespace muragat::import
