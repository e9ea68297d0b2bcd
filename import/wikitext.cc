#include "import/wikitext.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "import/heading_sections.h"
#include "import/text_check.h"
#include "muragat/text/ascii.h"
#include "muragat/text/character.h"

namespace muragat::import {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

// What stands in these is no wikitext.
constexpr auto kOpaqueTags = std::to_array<std::string_view>(
    {"nowiki", "pre", "syntaxhighlight", "source", "math", "score", "templatedata"});

struct Heading {
  size_t begin = 0, end = 0;  // of its line, with the line end
  std::string_view content;
  uint32_t level = 1;  // 1 … 6
};

// Finds comments and opaque tags. What was once not found is not looked for again.
class OpaqueParts {
 public:
  explicit OpaqueParts(std::string_view text) : text_(text) {}

  // Where what opens with the "<" at `at` ends; `at` where nothing opaque does.
  size_t EndOf(size_t at) {
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("<!--")) {
      const size_t end = text_.find("-->", at + 4);
      return end == kNowhere ? text_.size() : end + 3;
    }
    for (size_t i = 0; i < kOpaqueTags.size(); ++i) {
      const std::string_view name = kOpaqueTags[i];
      if (LowerAscii(rest.substr(1, name.size())) != name) continue;
      const size_t behind = at + 1 + name.size();
      if (behind < text_.size() && std::string_view(" \t\n>/").find(text_[behind]) == kNowhere) continue;
      const size_t close = text_.find('>', behind);
      if (close == kNowhere) return at;
      if (text_[close - 1] == '/') return close + 1;
      return EndOfTag(i, close, at);
    }
    return at;
  }

 private:
  size_t EndOfTag(size_t tag, size_t from, size_t otherwise) {
    if (unclosed_[tag]) return otherwise;
    const std::string_view name = kOpaqueTags[tag];
    for (size_t end = text_.find("</", from); end != kNowhere; end = text_.find("</", end + 2)) {
      if (LowerAscii(text_.substr(end + 2, name.size())) == name) return end + 2 + name.size();
    }
    unclosed_[tag] = true;
    return otherwise;
  }

  std::string_view text_;
  std::array<bool, kOpaqueTags.size()> unclosed_{};
};

// `line` without blanks and comments at its end.
std::string_view TrimEnd(std::string_view line) {
  while (true) {
    while (!line.empty() && std::string_view(" \t\r\n").find(line.back()) != kNowhere) line.remove_suffix(1);
    if (!line.ends_with("-->")) return line;
    const size_t open = line.rfind("<!--");
    if (open == kNowhere) return line;
    line = line.substr(0, open);
  }
}

// Whether a line that begins with "=" is a heading, and which.
bool ReadHeading(std::string_view line, Heading& heading) {
  constexpr size_t kMaxLevel = 6;
  const std::string_view trimmed = TrimEnd(line);
  const size_t first = trimmed.find_first_not_of('=');
  if (first == kNowhere) return false;
  const size_t last = trimmed.find_last_not_of('=');
  const size_t level = std::min({first, trimmed.size() - 1 - last, kMaxLevel});
  if (level == 0) return false;
  heading.level = static_cast<uint32_t>(level);
  heading.content = TrimBlank(trimmed.substr(level, trimmed.size() - 2 * level));
  return true;
}

std::vector<Heading> FindHeadings(std::string_view text, size_t max_count) {
  std::vector<Heading> headings;
  OpaqueParts opaque(text);
  const auto next_line = [&](size_t from) {  // that begins with "=", at or behind `from`
    if (from < text.size() && text[from] == '=' && (from == 0 || text[from - 1] == '\n')) return from;
    const size_t feed = text.find("\n=", from);
    return feed == kNowhere ? kNowhere : feed + 1;
  };
  const size_t start = ByteOrderMarkSize(text);
  size_t line = text.substr(start).starts_with('=') ? start : next_line(start);
  size_t tag = text.find('<');
  while (line != kNowhere && headings.size() <= max_count) {
    if (tag < line) {
      const size_t end = opaque.EndOf(tag);
      if (end > line) line = next_line(end);
      tag = text.find('<', std::max(end, tag + 1));
      continue;
    }
    Heading heading;
    heading.begin = line;
    heading.end = std::min(text.find('\n', line), text.size() - 1) + 1;
    if (ReadHeading(text.substr(line, heading.end - line), heading)) headings.push_back(heading);
    line = next_line(heading.end);
  }
  return headings;
}

// Moves `at` behind a link of `text` that opens there, and appends what it shows; false where none does.
bool AppendLink(std::string_view text, size_t& at, std::string& out) {
  const bool inner = text.substr(at).starts_with("[[");
  const size_t open = at + (inner ? 2 : 1);
  const size_t close = text.find(inner ? "]]" : "]", open);
  if (close == kNowhere) return false;
  const std::string_view link = text.substr(open, close - open);
  const bool outer = !inner && link.find("//") != kNowhere;
  if (!inner && !outer) return false;
  const size_t parting = inner ? link.rfind('|') : link.find(' ');
  out.append(parting == kNowhere ? link : link.substr(parting + 1));
  at = close + (inner ? 2 : 1);
  return true;
}

// A heading as a person reads it.
std::string PlainTitle(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("''")) {
      at += std::min(rest.find_first_not_of('\''), rest.size());
    } else if (rest.starts_with("<!--")) {
      const size_t end = text.find("-->", at);
      at = end == kNowhere ? text.size() : end + 3;
    } else if (rest.size() > 1 && rest.front() == '<' &&
               (IsLetter(static_cast<unsigned char>(rest[1])) || rest[1] == '/')) {
      at = std::min(text.find('>', at), text.size() - 1) + 1;
    } else if (rest.front() != '[' || !AppendLink(text, at, out)) {
      out.push_back(text[at++]);
    }
  }
  return std::string(TrimBlank(out));
}

}  // namespace

Status CutWikitext(std::string_view text, const Limits& limits, Document& document) {
  const std::vector<Heading> headings = FindHeadings(text, limits.max_sections);
  const auto title_of = [](const Heading& heading) { return PlainTitle(heading.content); };
  return CutAtHeadings(text, headings, limits, title_of, document);
}

Result<Document> ReadWikitext(std::string_view text, const Limits& limits) {
  MURAGAT_RETURN_IF_ERROR(CheckText(text, limits));
  Document document;
  MURAGAT_RETURN_IF_ERROR(CutWikitext(text, limits, document));
  return document;
}

}  // namespace muragat::import
