#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "import/html.h"
#include "import/limits.h"
#include "muragat/base/compressed_stream.h"
#include "muragat/base/status.h"
#include "muragat/model/state.h"

namespace muragat::import {

// Reads the exchange format: one JSON object a line, one state an object, with the fields `document date
// reform author body` and optional `type language source captured title basis` (in-force, or seen);
// optional ones may be null, others are passed over. The reader of a body is that of `type`, else of the id's
// ending, else Markdown; `title` overrides what it read. Memory does not grow with the stream: one line is
// held at a time. Thread-safety: one thread. A body of HTML is read as ReadHtmlText reads it, with what
// `html` says; the body is then the capture, and what the page says of its title, language and address counts
// where neither the line nor `html` does.
class JsonLinesReader {
 public:
  // `source` gives the plain bytes (see Decompress) and must outlive the reader.
  explicit JsonLinesReader(ByteSource& source, const Limits& limits = {}, const HtmlOptions& html = {});
  ~JsonLinesReader();

  // One line: a state, or why this line is none (kInvalidArgument; the stream goes on behind it).
  struct Line {
    uint64_t number = 0;  // 1 …
    Result<State> state;
  };

  // The next line that is not blank, or nothing at the end of the stream.
  // Errors: kIo, kCorruption: the stream itself cannot be read on.
  Result<std::optional<Line>> ReadNext();

  // The same into `line`, whose memory is used again; false at the end of the stream. At the end and after an
  // error what `line` holds is not specified.
  Result<bool> ReadInto(Line& line);

  // How many bytes of the stream the lines took that were given or passed over so far.
  uint64_t bytes_taken() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muragat::import
