#pragma once

#include <cstdint>
#include <string_view>

namespace muragat::import {

// What a node of a page is, as far as the reader treats kinds differently.
enum class HtmlKind : uint8_t {
  kText,
  kOther,  // an element that is written as its content
  kBlock,  // likewise, as a paragraph of its own: p, div, section …
  kArticle,
  kAside,
  kBreak,
  kCell,
  kCodeBlock,  // pre
  kControl,    // what a reader fills in or presses
  kDialog,
  kFooter,
  kForm,
  kHead,
  kHeader,
  kHeading,  // h1 … h6, and what has the role
  kImage,
  kItem,
  kLink,
  kList,  // ul, ol, menu, dir
  kMain,
  kMedia,  // shown by other means than text: object, video …
  kMeta,   // meta, link, base, title: never shown
  kNavigation,
  kQuotation,  // q
  kQuote,      // blockquote
  kRow,
  kRule,
  kStruck,  // del, s, strike
  kSubscript,
  kSuperscript,
  kTable,
  kTablePart,  // caption apart, what lies between a table and its rows
  kTime,
};

// The kind of the element `name`, in lower case.
HtmlKind KindOfElement(std::string_view name);

// Whether a node of that kind stands on lines of its own.
bool IsBlockKind(HtmlKind kind);

}  // namespace muragat::import
