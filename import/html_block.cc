#include "import/html_block.h"

#include <algorithm>
#include <array>
#include <string>

namespace muragat::import {
namespace {

using Name = std::string_view;

constexpr auto kRawElements = std::to_array<Name>({"pre", "script", "style", "textarea"});

// Elements that begin a block up to a blank line, in byte order.
// clang-format off
constexpr auto kBlockElements = std::to_array<Name>({
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option",
    "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "track", "ul"
});
// clang-format on
static_assert(std::ranges::is_sorted(kBlockElements));

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsNameByte(char c) { return IsLetter(c) || (c >= '0' && c <= '9') || c == '-'; }
bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return lower;
}

// Whether `rest`, what follows a tag's name, completes one tag with nothing but blanks behind it.
bool CompletesTag(std::string_view rest) {
  char quote = '\0';
  for (size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '<') {
      return false;
    } else if (c == '>') {
      return std::all_of(rest.begin() + static_cast<std::ptrdiff_t>(i) + 1, rest.end(), IsBlank);
    }
  }
  return false;
}

}  // namespace

HtmlBlockEnd BeginsHtmlBlock(std::string_view line, bool in_paragraph) {
  line.remove_prefix(1);
  if (line.starts_with("!--")) return HtmlBlockEnd::kComment;
  if (line.starts_with('?')) return HtmlBlockEnd::kInstruction;
  if (line.starts_with("![CDATA[")) return HtmlBlockEnd::kCharacterData;
  if (line.size() > 1 && line[0] == '!' && IsLetter(line[1])) return HtmlBlockEnd::kDeclaration;
  const bool closing = line.starts_with('/');
  if (closing) line.remove_prefix(1);
  if (line.empty() || !IsLetter(line[0])) return HtmlBlockEnd::kNone;
  const size_t size =
      static_cast<size_t>(std::find_if_not(line.begin(), line.end(), IsNameByte) - line.begin());
  const std::string_view rest = line.substr(size);
  if (size <= 10) {
    const std::string name = Lower(line.substr(0, size));
    const bool parted = rest.empty() || rest[0] == '>' || IsBlank(rest[0]);
    if (!closing && parted && std::ranges::binary_search(kRawElements, Name(name)))
      return HtmlBlockEnd::kRawElement;
    if ((parted || rest.starts_with("/>")) && std::ranges::binary_search(kBlockElements, Name(name))) {
      return HtmlBlockEnd::kBlankLine;
    }
  }
  const bool tag_goes_on = !rest.empty() && (rest[0] == '>' || rest[0] == '/' || IsBlank(rest[0]));
  if (in_paragraph || !tag_goes_on || !CompletesTag(rest)) return HtmlBlockEnd::kNone;
  return HtmlBlockEnd::kBlankLine;
}

bool EndsHtmlBlock(HtmlBlockEnd end, std::string_view line) {
  const auto holds = [&line](std::string_view mark) { return line.find(mark) != std::string_view::npos; };
  switch (end) {
    case HtmlBlockEnd::kComment:
      return holds("-->");
    case HtmlBlockEnd::kInstruction:
      return holds("?>");
    case HtmlBlockEnd::kDeclaration:
      return holds(">");
    case HtmlBlockEnd::kCharacterData:
      return holds("]]>");
    case HtmlBlockEnd::kRawElement: {
      const std::string lower = Lower(line);
      return std::ranges::any_of(kRawElements, [&lower](Name name) {
        return lower.find("</" + std::string(name) + ">") != std::string::npos;
      });
    }
    case HtmlBlockEnd::kNone:
    case HtmlBlockEnd::kBlankLine:
      break;
  }
  return false;
}

}  // namespace muragat::import
