#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "muragat/render/reform_index.h"
#include "muragat/render/reform_page.h"
#include "tools/context.h"
#include "tools/folder_writer.h"
#include "tools/query.h"
#include "tools/reform_builder.h"
#include "tools/spool.h"

namespace muragat::tools {

// The reforms of a snapshot: a page for each, `reforms/` and its id, and their list, `reforms.html`. They are
// made of the same walk through each document's life as the documents' pages, and what is written is kept on
// disk meanwhile. Memory: the tables of contents of all pages.
class ReformFolder {
 public:
  // Errors: kIo: there is no room for a temporary file.
  static Result<ReformFolder> Begin(const Reader& reader, const AsOf& as_of);

  // What follows is of that document; `has_page` where the snapshot has one of it.
  void BeginDocument(const DocumentEntry& document, bool has_page);

  // Takes in the next step of its life. Errors: as ReformBuilder and Spool.
  Status Take(const ChangeLogStep& step);

  // Writes the pages. `context` is told how far that is. Errors: as FolderWriter and ReportExport.
  Status Finish(FolderWriter& folder, const IndexPage& index, const Context& context);

 private:
  // What one reform did, or what came on one date without a name.
  struct Kept {
    std::optional<ReformNumber> reform;
    ValidDate date;
    std::string title;
    ReformContents contents;
    std::vector<Spool::Extent> blocks;
  };

  ReformFolder(const Reader& reader, const AsOf& as_of, Spool spool)
      : reader_(&reader), as_of_(as_of), spool_(std::move(spool)) {}
  Result<Kept*> Find(const Edition& edition);
  Result<ReformIndexEntry> WritePage(const Kept& kept, FolderWriter& folder, const IndexPage& index);

  const Reader* reader_;
  AsOf as_of_;
  Spool spool_;
  std::optional<ReformBuilder> builder_;
  std::map<std::string, std::string> pages_;  // of the documents that have one: their paths, by id
  std::map<std::pair<ValidDate, ReformNumber>, Kept> kept_;
};

}  // namespace muragat::tools
