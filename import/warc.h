#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "import/html.h"
#include "import/limits.h"
#include "import/state_reader.h"
#include "muragat/base/compressed_stream.h"

namespace muragat::import {

// The pages that were read last, for records that say no more than that a page was the same again. Several
// readers may share one, one after the other. Memory: at most 64 MiB of pages.
class WarcMemory {
 public:
  WarcMemory();
  ~WarcMemory();
  struct Impl;
  Impl& impl() { return *impl_; }

 private:
  std::unique_ptr<Impl> impl_;
};

// Reads WARC 1.0 and 1.1 (ISO 28500): a state for each response of code 200, resource and revisit whose
// payload is HTML, Markdown, wikitext or plain text. The document is the page's address
// (DocumentIdOfAddress), the valid date WARC-Date (seen), which is also when it was captured; the source is
// the address, the capture the payload without transfer and content encoding. A charset of Content-Type goes
// before what the page says. A revisit is the page it refers to, where that was read before. Other records
// are passed over and counted. A record that makes no sense, is truncated, does not fit its block or payload
// digest (sha1, sha256, sha512, md5), or is over a limit is none, with the reason; the stream goes on behind
// it. No address is opened. Memory: one record, what it holds unpacked, and `memory`.
class WarcReader final : public StateReader {
 public:
  // `source` gives the plain bytes (see Unpack); it and `memory` must outlive the reader.
  WarcReader(ByteSource& source, WarcMemory& memory, const HtmlOptions& html = {}, const Limits& limits = {});
  ~WarcReader() override;
  Result<bool> ReadInto(StateOrReason& next) override;
  std::string PassedOver() const override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Whether what begins with `head` is WARC.
bool LooksLikeWarc(std::string_view head);

}  // namespace muragat::import
