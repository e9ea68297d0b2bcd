#include "import/foreign_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "muragat/text/ascii.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

// In byte order.
constexpr auto kForeignEndings = std::to_array<std::string_view>({
    "atom", "avif", "bmp",  "css",  "csv",   "doc",  "docx", "dtd", "eot",  "epub", "exe",  "gif", "ico",
    "jpeg", "jpg",  "js",   "json", "map",   "mjs",  "mp3",  "mp4", "odt",  "ods",  "otf",  "pdf", "php",
    "png",  "ppt",  "pptx", "py",   "rss",   "rtf",  "sh",   "svg", "tif",  "tiff", "toml", "tsv", "ttf",
    "wasm", "webp", "woff", "xls",  "woff2", "xlsx", "xsd",  "xsl", "xslt", "yaml", "yml",
});

constexpr std::string_view kZipEntry = "PK\x03\x04";
constexpr size_t kTarBlockBytes = 512;

}  // namespace

Status CheckMayBeDocument(std::string_view name, std::string_view head) {
  const size_t dot = name.rfind('.');
  if (dot != std::string_view::npos) {
    const std::string ending = LowerAscii(name.substr(dot + 1));
    if (std::ranges::find(kForeignEndings, ending) != kForeignEndings.end())
      return Status::InvalidArgument("there is no reader for ." + ending + " files");
  }
  const bool utf16 = head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff");
  if (!utf16 && head.find('\0') != std::string_view::npos)
    return Status::InvalidArgument("it is no text: there is no reader for what it holds");
  return Status::Ok();
}

bool LooksLikeZip(std::string_view head) {
  return head.starts_with(kZipEntry) || head.starts_with("PK\x05\x06");
}

bool LooksLikeOfficeDocument(std::string_view head) {
  constexpr size_t kNameAt = 30;  // in the header of an entry
  if (!head.starts_with(kZipEntry) || head.size() < kNameAt) return false;
  const std::string_view name = head.substr(kNameAt);
  return name.starts_with("[Content_Types].xml") || name.starts_with("mimetype") ||
         name.starts_with("_rels/") || name.starts_with("docProps/");
}

bool LooksLikeTar(std::string_view head) {
  constexpr size_t kSumAt = 148, kSumBytes = 8;
  if (head.size() < kTarBlockBytes || head.front() == '\0') return false;
  uint32_t sum = 0, said = 0;
  for (size_t i = 0; i < kTarBlockBytes; ++i) {
    const bool within = i >= kSumAt && i < kSumAt + kSumBytes;
    sum += within ? uint32_t{' '} : static_cast<unsigned char>(head[i]);
  }
  bool digits = false;
  for (const char c : head.substr(kSumAt, kSumBytes)) {
    if (c == ' ' && !digits) continue;
    if (c < '0' || c > '7') break;
    digits = true;
    said = said * 8 + static_cast<uint32_t>(c - '0');
  }
  return digits && sum == said;
}

}  // namespace muragat::import
