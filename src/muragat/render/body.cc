#include "muragat/render/body.h"

#include <algorithm>

namespace muragat {
namespace {

bool IsFence(std::string_view line) { return line.starts_with("---") && line.find_last_not_of("\r \t") == 2; }

}  // namespace

bool IsMarkdown(std::string_view media_type) {
  const std::string_view type = media_type.substr(0, media_type.find_first_of("; "));
  return type.empty() || type == "text/markdown" || type == "text/x-markdown";
}

size_t FrontMatterSize(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const size_t line_end = std::min(text.find('\n', at), text.size());
    const bool fence = IsFence(text.substr(at, line_end - at));
    if (at == 0 && !fence) return 0;
    if (at != 0 && fence) return std::min(line_end + 1, text.size());
    at = line_end + 1;
  }
  return 0;
}

Result<MarkupList> MarkBody(std::string_view body, bool markdown, const MarkdownOptions& options) {
  MarkupList out;
  if (!markdown) {
    AppendParagraphs(out, body);
    return out;
  }
  if (const size_t size = FrontMatterSize(body); size != 0) {
    AppendOpen(out, "pre", "front", "focus", "0");
    AppendText(out, body.substr(0, body.find_last_not_of("\r\n", size - 1) + 1));
    AppendClose(out, "pre");
    body.remove_prefix(size);
  }
  MURAGAT_RETURN_IF_ERROR(AppendMarkdown(out, body, options));
  return out;
}

}  // namespace muragat
