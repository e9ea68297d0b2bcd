#pragma once

#include <map>
#include <optional>
#include <string>

#include "muragat/render/page.h"
#include "muragat/store/reader.h"
#include "tools/query.h"

namespace muragat::tools {

// The page of a document, and where the document stands in the index of a snapshot.
struct BuiltPage {
  Page page;
  IndexEntry entry;
};

// Gathers from the archive what pages of documents show as of one moment, and keeps what several of them say.
// Thread-safety: one thread; the reader must outlive it.
class PageBuilder {
 public:
  PageBuilder(const Reader& reader, const AsOf& as_of);

  // A document's text, and every change of its life. Errors: kNotFound: there is no text then; else as
  // Reader.
  Result<BuiltPage> Build(const DocumentEntry& document);

  // Fills in what an index says of the archive, but for the documents. Errors: as Reader.
  Status Describe(IndexPage& index);

 private:
  class LifeCollector;

  Result<const std::string*> TitleOf(ReformNumber reform);
  Status DescribeLastCommit();

  const Reader& reader_;
  AsOf as_of_;
  std::string as_of_text_, recorded_;  // for people; `recorded_` is known with `commit_`
  double as_of_year_;
  std::optional<uint64_t> commit_;
  std::map<ReformNumber, std::string> reforms_;  // the titles of those that were met
};

// The path of a document's page below the target of an export, such as "documents/kz/parliament.html".
std::string PagePath(const std::string& document);

// The media type of an edition's text: its capture's, else by the id's ending, else Markdown's.
Result<std::string> MediaTypeOfEdition(const Reader& reader, const std::string& document,
                                       const Edition& edition);

}  // namespace muragat::tools
