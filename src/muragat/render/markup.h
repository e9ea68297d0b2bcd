#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muragat/render/template.h"

namespace muragat {

// One step through a text and its elements, in the order of HTML. What names an element or a class is a
// literal of the program, never a piece of a text.
struct MarkupStep {
  enum class Kind { kText, kControl, kOpen, kClose };
  Kind kind = Kind::kText;
  std::string text;              // kText; kControl: the character itself; kOpen: see `attribute`
  const char* name = "";         // kOpen, kClose: the element
  const char* style_class = "";  // kOpen, kControl; empty: none
  const char* attribute = "";  // kOpen: what `text` is: "href" (in this page), "link" (outside), "number" (of
                               // a list item), "focus" (may be scrolled by keyboard), or empty
};
using MarkupList = std::vector<MarkupStep>;

// Appends `text`. Characters that are not seen or that change how others are shown, and malformed bytes,
// become steps of their own, so that they can be drawn; of line ends a line feed is kept. Joiners inside
// words of scripts that need them (Persian, Hindi) and inside emoji are plain text.
void AppendText(MarkupList& out, std::string_view text);

void AppendOpen(MarkupList& out, const char* name, const char* style_class = "", const char* attribute = "",
                std::string value = {});
void AppendClose(MarkupList& out, const char* name);

// `text` without elements.
MarkupList MarkText(std::string_view text);

// Paragraphs of plain text, parted by blank lines; line ends inside them stay.
void AppendParagraphs(MarkupList& out, std::string_view text);

// What markup.mustache is filled with.
TemplateValue ToTemplateValue(MarkupList markup);

}  // namespace muragat
