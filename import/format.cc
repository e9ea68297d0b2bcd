#include "import/format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "import/markdown.h"
#include "import/text_capture.h"
#include "muragat/text/character.h"
#include "muragat/text/fold.h"

namespace muragat::import {
namespace {

constexpr size_t kMaxMediaTypeBytes = 256;

constexpr auto kTypesOfNames = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".md", "text/markdown"},
    {".markdown", "text/markdown"},
    {".txt", "text/plain"},
    {".text", "text/plain"},
    {".html", "text/html"},
    {".htm", "text/html"},
    {".xhtml", "application/xhtml+xml"},
    {".akn", "application/akn+xml"},
    {".xml", "application/xml"},
    {".wiki", "text/x-wiki"},
    {".mediawiki", "text/x-wiki"},
});

}  // namespace

std::optional<Format> FormatOfMediaType(std::string_view media_type) {
  if (media_type == MediaTypeOf(Format::kMarkdown)) return Format::kMarkdown;  // as nearly all are written
  if (media_type.size() > kMaxMediaTypeBytes) return std::nullopt;
  const std::string type = FoldCase(TrimBlank(media_type.substr(0, media_type.find(';'))));
  if (type == "text/plain") return Format::kText;
  if (type == "text/markdown" || type == "text/x-markdown") return Format::kMarkdown;
  return std::nullopt;
}

std::string_view MediaTypeOf(Format format) {
  return format == Format::kText ? "text/plain" : "text/markdown";
}

std::string_view MediaTypeOfName(std::string_view name) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.size() - dot > 16) return {};
  const auto find = [](std::string_view ending) {
    return std::ranges::find(kTypesOfNames, ending, &std::pair<std::string_view, std::string_view>::first);
  };
  auto found = find(name.substr(dot));
  if (found == kTypesOfNames.end()) found = find(FoldCase(name.substr(dot)));
  return found == kTypesOfNames.end() ? std::string_view() : found->second;
}

Result<Document> ReadDocument(Format format, std::string_view text, const Limits& limits) {
  return format == Format::kText ? ReadTextCapture(text, limits) : ReadMarkdown(text, limits);
}

Status CutDocument(Format format, std::string_view text, const Limits& limits, Document& document) {
  return format == Format::kText ? CutTextCapture(text, limits, document)
                                 : CutMarkdown(text, limits, document);
}

}  // namespace muragat::import
