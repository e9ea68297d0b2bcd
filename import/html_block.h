#pragma once

#include <cstdint>
#include <string_view>

namespace muragat::import {

// Where an HTML block of Markdown ends (CommonMark 0.31, 4.6).
enum class HtmlBlockEnd : uint8_t {
  kNone,           // no HTML block
  kBlankLine,      // before a blank line
  kRawElement,     // in the line with </script>, </pre>, </style> or </textarea>
  kComment,        // … with -->
  kInstruction,    // … with ?>
  kDeclaration,    // … with >
  kCharacterData,  // … with ]]>
};

// Which HTML block `line`, which opens with "<", begins. With `in_paragraph`, only those that may interrupt
// one.
HtmlBlockEnd BeginsHtmlBlock(std::string_view line, bool in_paragraph);

// Whether an HTML block of kind `end` ends in `line` (never kBlankLine: that is the caller's).
bool EndsHtmlBlock(HtmlBlockEnd end, std::string_view line);

}  // namespace muragat::import
