#pragma once

#include <string>
#include <string_view>

#include "import/warc_record.h"
#include "muragat/base/status.h"

namespace muragat::import {

// A response as it went over the wire (RFC 9112), and what its body says.
struct HttpResponse {
  int code = 0;  // 200
  HeaderFields fields;
  std::string_view body;  // within what was parsed, as it was sent
  std::string unchunked;  // the body without its chunks; empty where it had none
  std::string payload;    // and without its Content-Encoding
};

// Reads a response, but for its payload. Errors: kInvalidArgument: it does not begin as one.
Status ParseHttpResponse(std::string_view bytes, HttpResponse& response);

// Fills in the payload: without chunks, where they are there and not only said to be, and unpacked where it
// is gzip or deflate. Errors: kInvalidArgument: a chunk or what is packed is broken; it is packed in another
// way; it has more than `max_bytes`.
Status DecodePayload(HttpResponse& response, size_t max_bytes);

}  // namespace muragat::import
