#include "import/html_hidden.h"

#include <algorithm>
#include <array>
#include <string>

#include "import/html_letters.h"
#include "muragat/text/character.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

// Classes by which widely used frameworks hide a text from the eye; in byte order.
constexpr auto kHidingClasses =
    std::to_array<std::string_view>({"element-hidden", "element-invisible", "screen-reader-only",
                                     "screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"});
static_assert(std::ranges::is_sorted(kHidingClasses));

bool IsHiddenByStyle(std::string_view style) {
  if (style.empty()) return false;
  std::string plain;
  for (const char c : style) {
    if (!IsHtmlBlank(c)) plain += LowerAscii(c);
  }
  for (const std::string_view hiding : {"display:none", "visibility:hidden"}) {
    const size_t at = plain.find(hiding);
    if (at != std::string::npos && (at == 0 || plain[at - 1] == ';')) return true;
  }
  return false;
}

bool IsHiddenByClass(std::string_view classes) {
  bool hidden = false;
  VisitWords(classes, [&](std::string_view word) {
    hidden = hidden || std::ranges::binary_search(kHidingClasses, word);
  });
  return hidden;
}

bool HoldsLetterOrDigit(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t c = DecodeUtf8(text, at);
    if (IsLetter(c) || IsDigit(c)) return true;
  }
  return false;
}

// A link to the heading that it stands in: "¶", "#".
bool IsPermalink(const HtmlTree& tree, uint32_t index) {
  if (tree[index].kind != HtmlKind::kLink || !tree.Attribute(index, "href").starts_with('#')) return false;
  return !HoldsLetterOrDigit(tree.PlainText(index));
}

bool IsHidden(const HtmlTree& tree, uint32_t index) {
  switch (tree[index].kind) {
    case HtmlKind::kHead:
    case HtmlKind::kMeta:
    case HtmlKind::kControl:
    case HtmlKind::kMedia:
      return true;
    case HtmlKind::kDialog:
      if (tree.FindAttribute(index, "open") == nullptr) return true;
      break;
    default:
      break;
  }
  if (tree[index].attribute_count == 0) return false;
  if (tree[index].kind == HtmlKind::kLink && EqualsLower(tree.Attribute(index, "href"), "#top")) return true;
  const std::string_view* hidden = tree.FindAttribute(index, "hidden");
  return (hidden != nullptr && !EqualsLower(*hidden, "until-found")) ||
         IsHiddenByStyle(tree.Attribute(index, "style")) || IsHiddenByClass(tree.Attribute(index, "class"));
}

}  // namespace

std::vector<bool> FindHidden(const HtmlTree& tree) {
  std::vector<bool> hidden(tree.size());
  uint32_t heading_end = 0;  // of the heading that the walk is in
  for (uint32_t i = 1; i < tree.size();) {
    if (tree[i].kind == HtmlKind::kText) {
      ++i;
      continue;
    }
    if (tree[i].kind == HtmlKind::kHeading) heading_end = tree[i].end;
    const bool body = tree[i].name == "body";  // shown by the page's scripts, where they hide it at first
    hidden[i] = !body && (IsHidden(tree, i) || (i < heading_end && IsPermalink(tree, i)));
    i = hidden[i] ? tree[i].end : i + 1;
  }
  return hidden;
}

}  // namespace muragat::import
