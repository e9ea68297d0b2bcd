#include "import/html_encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "import/html_letters.h"
#include "muragat/text/charset.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kPrescanBytes = 4096;
constexpr size_t kMaxNuls = 100'000;

// What is usual where a page says nothing, by the beginning of its language's tag (HTML, 13.2.3.2).
constexpr auto kUsual = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"ar", "windows-1256"}, {"az", "windows-1254"}, {"ba", "windows-1251"}, {"be", "windows-1251"},
    {"bg", "windows-1251"}, {"cs", "windows-1250"}, {"el", "ISO-8859-7"},   {"et", "windows-1257"},
    {"fa", "windows-1256"}, {"he", "windows-1255"}, {"hr", "windows-1250"}, {"hu", "ISO-8859-2"},
    {"ja", "windows-31j"},  {"kk", "windows-1251"}, {"ko", "windows-949"},  {"ku", "windows-1254"},
    {"ky", "windows-1251"}, {"lt", "windows-1257"}, {"lv", "windows-1257"}, {"mk", "windows-1251"},
    {"pl", "ISO-8859-2"},   {"ru", "windows-1251"}, {"sk", "windows-1250"}, {"sl", "ISO-8859-2"},
    {"sr", "windows-1251"}, {"tg", "windows-1251"}, {"th", "windows-874"},  {"tr", "windows-1254"},
    {"tt", "windows-1251"}, {"uk", "windows-1251"}, {"vi", "windows-1258"}, {"zh", "GB18030"},
});

// The value of `name="…"` in a tag, or nothing. Good enough for a tag that names an encoding.
std::optional<std::string_view> FindValue(std::string_view tag, std::string_view lower,
                                          std::string_view name) {
  for (size_t at = lower.find(name); at != std::string_view::npos; at = lower.find(name, at + 1)) {
    size_t begin = at + name.size();
    if (at > 0 && IsNameByte(lower[at - 1])) continue;
    while (begin < tag.size() && IsHtmlBlank(tag[begin])) ++begin;
    if (begin == tag.size() || tag[begin] != '=') continue;
    ++begin;
    while (begin < tag.size() && IsHtmlBlank(tag[begin])) ++begin;
    if (begin == tag.size()) return std::nullopt;
    const char quote = tag[begin];
    if (quote == '"' || quote == '\'') {
      const size_t end = tag.find(quote, begin + 1);
      if (end == std::string_view::npos) return std::nullopt;
      return tag.substr(begin + 1, end - begin - 1);
    }
    const size_t end = tag.find_first_of(" \t\r\n\f>;?\"'", begin);
    return tag.substr(begin, end == std::string_view::npos ? end : end - begin);
  }
  return std::nullopt;
}

// What a <meta> or an XML declaration says.
std::optional<std::string_view> DeclaredCharset(std::string_view head) {
  const std::string lower_head = LowerAscii(head);
  const std::string_view lower = lower_head;
  if (lower.starts_with("<?xml")) {
    const size_t end = std::min(head.find("?>"), head.size());
    const auto label = FindValue(head.substr(0, end), lower.substr(0, end), "encoding");
    if (label && CharsetOfLabel(*label)) return CharsetOfLabel(*label);
  }
  for (size_t at = lower.find('<'); at != std::string_view::npos; at = lower.find('<', at + 1)) {
    if (lower.substr(at).starts_with("<!--")) {
      at = lower.find("-->", at);
      if (at == std::string_view::npos) break;
      continue;
    }
    if (!lower.substr(at).starts_with("<meta") || (at + 5 < lower.size() && IsNameByte(lower[at + 5])))
      continue;
    const size_t end = std::min(lower.find('>', at), lower.size());
    // A `content` of its own may hold `charset=`: "text/html; charset=koi8-r" has it inside the quotes.
    const auto label = FindValue(head.substr(at, end - at), lower.substr(at, end - at), "charset");
    if (label && CharsetOfLabel(*label)) return CharsetOfLabel(*label);
  }
  return std::nullopt;
}

std::string_view DeclaredLanguage(std::string_view head) {
  const std::string lower = LowerAscii(head);
  const size_t at = lower.find("<html");
  if (at == std::string::npos) return {};
  const size_t end = std::min(head.find('>', at), head.size());
  return FindValue(head.substr(at, end - at), std::string_view(lower).substr(at, end - at), "lang")
      .value_or("");
}

std::string_view UsualCharset(std::string_view language) {
  const std::string lower = LowerAscii(language.substr(0, language.find('-')));
  const auto* const found = std::ranges::find(kUsual, std::string_view(lower),
                                              &std::pair<std::string_view, std::string_view>::first);
  return found == kUsual.end() ? "windows-1252" : found->second;
}

// Whether each second byte of a page's beginning is a NUL: UTF-16 without a mark. `odd`: those behind.
bool LooksLikeUtf16(std::string_view head, size_t odd) {
  if (head.size() < 8) return false;
  for (size_t i = 0; i < 8; ++i) {
    if ((head[i] == '\0') != (i % 2 == odd)) return false;
  }
  return true;
}

bool IsUtf8ButForNul(std::string_view bytes) {
  while (const auto wrong = FindInvalidUtf8(bytes)) {
    if (bytes[*wrong] != '\0') return false;
    bytes.remove_prefix(*wrong + 1);
  }
  return true;
}

}  // namespace

std::string HtmlCharset(std::string_view bytes, std::string_view language) {
  if (bytes.starts_with("\xef\xbb\xbf")) return "UTF-8";
  if (bytes.starts_with("\xff\xfe")) return "UTF-16LE";
  if (bytes.starts_with("\xfe\xff")) return "UTF-16BE";
  const std::string_view head = bytes.substr(0, kPrescanBytes);
  if (LooksLikeUtf16(head, 1)) return "UTF-16LE";
  if (LooksLikeUtf16(head, 0)) return "UTF-16BE";
  if (const auto declared = DeclaredCharset(head)) {
    // What could be read so far is no UTF-16.
    return std::string(declared->starts_with("UTF-16") ? "UTF-8" : *declared);
  }
  if (IsUtf8ButForNul(bytes)) return "UTF-8";
  return std::string(UsualCharset(language.empty() || language == "und" ? DeclaredLanguage(head) : language));
}

Result<std::string> DecodeHtml(std::string_view bytes, std::string_view language) {
  const std::string charset = HtmlCharset(bytes, language);
  if (!charset.starts_with("UTF-16") && static_cast<size_t>(std::ranges::count(bytes, '\0')) > kMaxNuls) {
    return Status::InvalidArgument("the page is no text: it has more than " + std::to_string(kMaxNuls) +
                                   " NULs");
  }
  if (charset == "UTF-8" && bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  MURAGAT_ASSIGN_OR_RETURN(std::string text, ConvertToUtf8(bytes, charset));
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  return WithoutNul(std::move(text));
}

std::string WithoutNul(std::string text) {
  if (text.find('\0') == std::string::npos) return text;
  std::string out;
  out.reserve(text.size() + 64);
  for (const char c : text) {
    if (c == '\0') {
      out += "\xef\xbf\xbd";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace muragat::import
