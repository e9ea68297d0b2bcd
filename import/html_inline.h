#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "import/html_tree.h"

namespace muragat::import {

// Writes what stands in lines, as Markdown that says what a reader of the page sees: white space as single
// spaces; links as `[text](target)`, but for those within the page and those that run a script, which are
// their text; pictures as `![text](target)` where they have a text; struck text as `~~text~~`, which in a law
// says that it no longer holds; raised and lowered digits as such characters (m², H₂O); a <br> as a line
// feed. Bold and italic type is not marked. Characters that Markdown would take for marks are escaped.
class HtmlInlineWriter {
 public:
  // `left_out`: by node, what is not written. Both must outlive it.
  HtmlInlineWriter(const HtmlTree& tree, const std::vector<bool>& left_out)
      : tree_(tree), left_out_(left_out) {}

  // Without links, for headings.
  void set_plain(bool plain) { plain_ = plain; }

  // Appends a node; blocks in it are parted by spaces.
  void Append(uint32_t index);

  // What was written since the last time; lines have no blanks at their ends, blank lines at the ends are
  // gone.
  std::string Take();
  bool empty() const { return out_.empty(); }

 private:
  void AppendChildren(uint32_t index);
  void AppendText(std::string_view text);
  void AppendCharacter(std::string_view text, size_t at);
  void AppendLink(uint32_t index);
  void AppendImage(uint32_t index);
  void AppendScript(uint32_t index, bool raised);
  void AppendMark(std::string_view mark);
  void Space();
  void BreakLine();

  const HtmlTree& tree_;
  const std::vector<bool>& left_out_;
  bool plain_ = false;
  bool in_link_ = false;
  bool in_struck_ = false;
  bool space_ = false;  // one is due before what comes next
  std::string out_;
};

// `line` with what would make another block of it than a paragraph escaped: "# x", "- x", "> x", "===" …
std::string EscapeLineStart(std::string_view line);

}  // namespace muragat::import
