#include "import/format.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "import/akn.h"
#include "import/html.h"
#include "import/markdown.h"
#include "import/text_capture.h"
#include "import/wikitext.h"
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
  if (type == "text/html" || type == "application/xhtml+xml") return Format::kHtml;
  if (type == "text/x-wiki") return Format::kWikitext;
  if (type == "application/akn+xml" || type == "application/xml" || type == "text/xml") return Format::kAkn;
  return std::nullopt;
}

std::string_view MediaTypeOf(Format format) {
  switch (format) {
    case Format::kText:
      return "text/plain";
    case Format::kMarkdown:
      return "text/markdown";
    case Format::kWikitext:
      return "text/x-wiki";
    case Format::kAkn:
      return "application/akn+xml";
    case Format::kHtml:
      break;
  }
  return "text/html";
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

Format GuessFormat(std::string_view head) {
  if (LooksLikeHtml(head)) return Format::kHtml;
  if (LooksLikeAkn(head)) return Format::kAkn;
  const bool markdown = head.starts_with("# ") || head.starts_with("---\n") ||
                        head.find("\n# ") != head.npos || head.find("\n## ") != head.npos ||
                        head.find("\n---") != head.npos || head.find("\n===") != head.npos;
  return markdown ? Format::kMarkdown : Format::kText;
}

Result<Document> ReadDocument(Format format, std::string_view text, const Limits& limits) {
  if (format == Format::kText) return ReadTextCapture(text, limits);
  if (format == Format::kMarkdown) return ReadMarkdown(text, limits);
  if (format == Format::kWikitext) return ReadWikitext(text, limits);
  if (format == Format::kAkn) {
    MURAGAT_ASSIGN_OR_RETURN(AknText read, ReadAkn(text, limits));
    return std::move(read.document);
  }
  MURAGAT_ASSIGN_OR_RETURN(HtmlPage page, ReadHtml(text, {}, limits));
  return std::move(page.document);
}

Status CutDocument(Format format, std::string_view text, const Limits& limits, Document& document) {
  if (format == Format::kText) return CutTextCapture(text, limits, document);
  if (format == Format::kMarkdown) return CutMarkdown(text, limits, document);
  if (format == Format::kWikitext) return CutWikitext(text, limits, document);
  if (format == Format::kAkn) {
    MURAGAT_ASSIGN_OR_RETURN(document, ReadDocument(format, text, limits));
    return Status::Ok();
  }
  MURAGAT_ASSIGN_OR_RETURN(HtmlPage page, ReadHtmlText(text, {}, limits));
  document = std::move(page.document);
  return Status::Ok();
}

}  // namespace muragat::import
