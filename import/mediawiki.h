#pragma once

#include <memory>
#include <string_view>

#include "import/limits.h"
#include "import/state_reader.h"
#include "muragat/base/compressed_stream.h"

namespace muragat::import {

// Reads a dump as MediaWiki writes it (export-0.3 to export-0.11, in UTF-8, UTF-16 or ISO 8859-1): a state
// for each revision of each page, in the order of the file. The document is the page's title, the valid date
// the revision's timestamp (seen), the author its contributor, the reform its comment on one line, the source
// the page's address beside the wiki's main page, and the text wikitext (ReadWikitext), or one section of
// plain text where the revision names another model. What stands beside the pages, and slots beside the main
// one, are passed over. A revision without a text in the file (deleted, or a stub), without a date, or over a
// limit is none, with the reason; the stream goes on behind it. A document type declaration ends the stream:
// kInvalidArgument; entities of its own are never read, and nothing that the file names is opened.
// Memory does not grow with the stream: a piece of 64 KiB, and the text of one revision.
class MediaWikiReader final : public StateReader {
 public:
  // `source` gives the plain bytes and must outlive the reader.
  explicit MediaWikiReader(ByteSource& source, const Limits& limits = {});
  ~MediaWikiReader() override;
  Result<bool> ReadInto(StateOrReason& next) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Whether what begins with `head` is such a dump: its outermost element is <mediawiki>.
bool LooksLikeMediaWiki(std::string_view head);

}  // namespace muragat::import
