#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "muragat/render/page.h"
#include "muragat/store/change_log.h"
#include "muragat/store/reader.h"
#include "tools/query.h"
#include "tools/reform_titles.h"

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

  // A document's text, and every change of its life. `also` is called with each step of that life, too.
  // Errors: kNotFound: there is no text then; else as Reader, and what `also` returns.
  Result<BuiltPage> Build(const DocumentEntry& document,
                          const std::function<Status(const ChangeLogStep&)>& also = {});

  // Fills in what an index says of the archive, but for the documents. Errors: as Reader.
  Status Describe(IndexPage& index);

 private:
  class LifeCollector;

  Status DescribeLastCommit();

  const Reader& reader_;
  AsOf as_of_;
  std::string as_of_text_, recorded_;  // for people; `recorded_` is known with `commit_`
  double as_of_year_;
  std::optional<uint64_t> commit_;
  ReformTitles titles_;
};

// The path of a document's page below the target of an export, such as "documents/kz/parliament.html".
std::string PagePath(const std::string& document);

// The media type of an edition's text: its capture's, else by the id's ending, else Markdown's.
Result<std::string> MediaTypeOfEdition(const Reader& reader, const std::string& document,
                                       const Edition& edition);

// When the last commit at or before `known_at` was recorded, for people, and its number. Errors: as Reader.
Result<std::pair<std::string, uint64_t>> DescribeLastCommit(const Reader& reader, CommitNumber known_at);

// Takes a section's heading from the beginning of its change, where all of it stands there in one piece: the
// page shows it by itself.
void DropHeading(const std::string& heading, std::vector<MarkedPiece>& marked);

}  // namespace muragat::tools
