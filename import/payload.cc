#include "import/payload.h"

#include <optional>
#include <utility>

#include "import/format.h"
#include "import/html_encoding.h"
#include "muragat/text/ascii.h"
#include "muragat/text/charset.h"

namespace muragat::import {
namespace {

// The charset that a media type names, where it is known.
std::optional<std::string_view> CharsetOf(std::string_view media_type) {
  const std::string lower = LowerAscii(media_type);
  const size_t at = lower.find("charset=");
  if (at == std::string::npos) return std::nullopt;
  std::string_view label = std::string_view(lower).substr(at + 8);
  label = label.substr(0, label.find(';'));
  while (label.starts_with('"') || label.starts_with(' ')) label.remove_prefix(1);
  while (label.ends_with('"') || label.ends_with(' ')) label.remove_suffix(1);
  return CharsetOfLabel(label);
}

}  // namespace

Result<Document> ReadPayload(const std::string& payload, std::string_view media_type, const HtmlOptions& html,
                             const Limits& limits) {
  const Format format = FormatOfMediaType(media_type).value_or(Format::kHtml);
  const bool marked = payload.starts_with("\xef\xbb\xbf") || payload.starts_with("\xff\xfe") ||
                      payload.starts_with("\xfe\xff");
  const auto charset = marked ? std::nullopt : CharsetOf(media_type);
  std::string converted;
  if (charset) {
    MURAGAT_ASSIGN_OR_RETURN(converted, ConvertToUtf8(payload, *charset));
  }
  if (format != Format::kHtml) return ReadDocument(format, charset ? converted : payload, limits);
  auto page = charset ? ReadHtmlText(WithoutNul(std::move(converted)), html, limits)
                      : ReadHtml(payload, html, limits);
  MURAGAT_RETURN_IF_ERROR(page.status());
  return std::move(page->document);
}

}  // namespace muragat::import
