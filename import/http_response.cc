#include "import/http_response.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "muragat/base/inflate.h"
#include "muragat/text/ascii.h"
#include "muragat/text/utf8.h"

namespace muragat::import {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

// The next line of `text`, which is moved behind it; without its line end.
std::string_view TakeLine(std::string_view& text) {
  const size_t feed = text.find('\n');
  std::string_view line = text.substr(0, feed);
  text.remove_prefix(feed == kNowhere ? text.size() : feed + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The size that a chunk's line says.
std::optional<size_t> ChunkSize(std::string_view line) {
  line = line.substr(0, line.find(';'));
  while (line.ends_with(' ')) line.remove_suffix(1);
  size_t size = 0;
  const auto parsed = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || parsed.ec != std::errc() || parsed.ptr != line.data() + line.size())
    return std::nullopt;
  return size;
}

Status Unchunk(HttpResponse& response) {
  std::string_view rest = response.body;
  for (bool first = true;; first = false) {
    const auto size = ChunkSize(TakeLine(rest));
    if (!size && first) return Status::Ok();  // it only says so
    if (!size || *size > rest.size()) return Status::InvalidArgument("its chunks are broken");
    if (*size == 0) return Status::Ok();
    response.unchunked.append(rest.substr(0, *size));
    rest.remove_prefix(*size);
    if (!TakeLine(rest).empty()) return Status::InvalidArgument("its chunks are broken");
  }
}

}  // namespace

Status ParseHttpResponse(std::string_view bytes, HttpResponse& response) {
  response = {};
  std::string_view rest = bytes;
  const std::string_view status = TakeLine(rest);
  const size_t blank = status.find(' ');
  if (!status.starts_with("HTTP/") || blank == kNowhere) {
    return Status::InvalidArgument("its block is no response of HTTP");
  }
  std::from_chars(status.data() + blank + 1, status.data() + status.size(), response.code);
  while (!rest.empty()) {
    const std::string_view line = TakeLine(rest);
    if (line.empty()) break;
    response.fields.AddLine(line);
  }
  response.body = rest;
  return Status::Ok();
}

Status DecodePayload(HttpResponse& response, size_t max_bytes) {
  if (LowerAscii(response.fields.Find("transfer-encoding")).find("chunked") != kNowhere) {
    MURAGAT_RETURN_IF_ERROR(Unchunk(response));
  }
  const std::string_view sent = response.unchunked.empty() ? response.body : response.unchunked;
  const std::string coding = LowerAscii(response.fields.Find("content-encoding"));
  const bool gzip = coding == "gzip" || coding == "x-gzip";
  if (!gzip && coding != "deflate") {
    if (!coding.empty() && coding != "identity") {
      return Status::InvalidArgument("its Content-Encoding is not read: " + VisibleText(coding));
    }
    response.payload = sent;
    return Status::Ok();
  }
  if (gzip && !sent.starts_with("\x1f\x8b")) {  // the crawler unpacked it
    response.payload = sent;
    return Status::Ok();
  }
  MURAGAT_ASSIGN_OR_RETURN(response.payload, Inflate(sent, max_bytes));
  return Status::Ok();
}

}  // namespace muragat::import
