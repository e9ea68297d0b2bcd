#include "import/html.h"

#include <utility>
#include <vector>

#include "import/html_encoding.h"
#include "import/html_hidden.h"
#include "import/html_landmarks.h"
#include "import/html_letters.h"
#include "import/html_markdown.h"
#include "import/html_markup.h"
#include "import/html_menus.h"
#include "import/html_selector.h"
#include "import/html_targets.h"
#include "import/html_tree.h"
#include "import/markdown.h"
#include "muragat/text/byte_order_mark.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

Status CheckCaptureSize(std::string_view bytes, const Limits& limits) {
  if (bytes.size() <= limits.max_capture_bytes) return Status::Ok();
  return Status::InvalidArgument("the page has " + std::to_string(bytes.size()) + " bytes; at most " +
                                 std::to_string(limits.max_capture_bytes) + " are read");
}

// The page's only <h1>, where it stands before its main part and is no part of it; else 0.
uint32_t FindHeadingBefore(const HtmlTree& tree, const std::vector<bool>& left_out, uint32_t main) {
  uint32_t heading = 0;
  for (uint32_t i = 1; i < tree.size();) {
    const bool first = !left_out[i] && tree[i].name == "h1";
    if (first && (heading != 0 || i > main)) return 0;
    if (first) heading = i;
    i = left_out[i] ? tree[i].end : i + 1;
  }
  return heading;
}

// The parts of the page that are its text, and marks in `left_out` what in them is none.
Result<std::vector<uint32_t>> FindParts(const HtmlTree& tree, const HtmlOptions& options,
                                        std::vector<bool>& left_out) {
  if (!options.select.empty()) {
    MURAGAT_ASSIGN_OR_RETURN(const HtmlSelector selector, HtmlSelector::Parse(options.select));
    std::vector<uint32_t> parts = selector.Find(tree);
    if (parts.empty()) {
      return Status::InvalidArgument("nothing in the page fits the selector \"" +
                                     VisibleText(options.select) + "\"");
    }
    return parts;
  }
  LeaveOutLandmarks(tree, left_out);
  LeaveOutSharing(tree, left_out);
  const uint32_t main = FindMainPart(tree, left_out);
  if (main == 0) LeaveOutMenus(tree, left_out);
  const uint32_t heading = main == 0 ? 0 : FindHeadingBefore(tree, left_out, main);
  return heading == 0 ? std::vector<uint32_t>{main} : std::vector<uint32_t>{heading, main};
}

Result<HtmlPage> ReadMarkup(const HtmlMarkup& markup, const HtmlOptions& options, const Limits& limits) {
  MURAGAT_ASSIGN_OR_RETURN(const HtmlTree tree, HtmlTree::Parse(markup.text));
  std::vector<bool> left_out = FindHidden(tree);
  MURAGAT_ASSIGN_OR_RETURN(const std::vector<uint32_t> parts, FindParts(tree, options, left_out));
  const std::vector<bool> targets = FindLinkTargets(tree, left_out);
  MURAGAT_ASSIGN_OR_RETURN(const std::string text,
                           WriteHtmlAsMarkdown(tree, parts, left_out, targets, limits));
  if (text.empty()) return Status::InvalidArgument("the page holds no text");
  HtmlPage read;
  MURAGAT_RETURN_IF_ERROR(CutMarkdown(text, limits, read.document));
  read.facts = ReadHtmlFacts(tree, markup.linked_data);
  if (!read.facts.title.empty()) read.document.title = read.facts.title;
  const std::string& language = options.language.empty() ? read.facts.language : options.language;
  if (!language.empty()) read.document.language = language;
  return read;
}

std::string_view PassBlanksAndComments(std::string_view text) {
  text = SkipByteOrderMark(text);
  while (true) {
    while (!text.empty() && IsHtmlBlank(text.front())) text.remove_prefix(1);
    const bool comment = text.starts_with("<!--"), declaration = text.starts_with("<?xml ");
    if (!comment && !declaration) return text;
    const size_t end = text.find(comment ? "-->" : "?>");
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + (comment ? 3 : 2));
  }
}

}  // namespace

Result<HtmlPage> ReadHtmlText(std::string_view page, const HtmlOptions& options, const Limits& limits) {
  MURAGAT_RETURN_IF_ERROR(CheckCaptureSize(page, limits));
  MURAGAT_ASSIGN_OR_RETURN(const HtmlMarkup markup, ReadHtmlMarkup(page, limits));
  return ReadMarkup(markup, options, limits);
}

Result<HtmlPage> ReadHtml(std::string_view bytes, const HtmlOptions& options, const Limits& limits) {
  MURAGAT_RETURN_IF_ERROR(CheckCaptureSize(bytes, limits));
  HtmlMarkup markup;
  {
    // The page as UTF-8 is not kept while the tree is built.
    MURAGAT_ASSIGN_OR_RETURN(const std::string page, DecodeHtml(bytes, options.language));
    MURAGAT_ASSIGN_OR_RETURN(markup, ReadHtmlMarkup(page, limits));
  }
  return ReadMarkup(markup, options, limits);
}

bool LooksLikeHtml(std::string_view head) {
  const std::string_view text = PassBlanksAndComments(head);
  if (EqualsLower(text.substr(0, 14), "<!doctype html")) return true;
  if (!EqualsLower(text.substr(0, 5), "<html")) return false;
  return text.size() > 5 && (IsHtmlBlank(text[5]) || text[5] == '>');
}

}  // namespace muragat::import
