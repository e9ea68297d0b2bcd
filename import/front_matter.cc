#include "import/front_matter.h"

#include "import/lines.h"
#include "import/text_check.h"
#include "muragat/text/character.h"

namespace muragat::import {
namespace {

bool IsMark(std::string_view line, std::string_view mark) {
  return line.starts_with(mark) && line.find_first_not_of(" \t", mark.size()) == std::string_view::npos;
}

// A scalar as YAML writes it: plain, 'quoted' ('' is an apostrophe) or "quoted" (\" is a quotation mark).
std::string ReadScalar(std::string_view text) {
  text = TrimBlank(text);
  const char quote = text.size() > 1 ? text.front() : '\0';
  if ((quote != '"' && quote != '\'') || text.back() != quote) {
    if (text.starts_with('|') || text.starts_with('>')) return {};
    return std::string(TrimBlank(text.substr(0, text.find(" #"))));
  }
  text = text.substr(1, text.size() - 2);
  std::string value;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escape = i + 1 < text.size() && (quote == '\'' ? text[i] == '\'' && text[i + 1] == '\''
                                                              : text[i] == '\\' && text[i + 1] != 'n');
    if (escape) ++i;
    value.push_back(text[i]);
  }
  return value;
}

}  // namespace

FrontMatter ReadFrontMatter(std::string_view text) {
  const size_t begin = ByteOrderMarkSize(text);
  if (!text.substr(begin).starts_with("---")) return {};
  LineReader lines(text, begin);
  Line line;
  lines.Next(line);
  if (!IsMark(text.substr(line.begin, line.end - line.begin), "---")) return {};
  FrontMatter matter;
  for (bool first = true; lines.Next(line); first = false) {
    const std::string_view content = text.substr(line.begin, line.end - line.begin);
    if (first && TrimBlank(content).empty()) return {};
    if (IsMark(content, "---") || IsMark(content, "...")) {
      matter.end = line.next;
      return matter;
    }
    if (matter.title.empty() && content.starts_with("title:")) matter.title = ReadScalar(content.substr(6));
  }
  return {};
}

}  // namespace muragat::import
