#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
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
// disk meanwhile. Memory: the tables of contents of all pages. Thread-safety: several threads may Put, each
// its own documents; else one thread.
class ReformFolder {
  // What one reform did to one document.
  struct Part {
    std::pair<ValidDate, ReformNumber> key;
    ReformContents contents;
    std::string html;                    // until it is put on disk; empty where the reform has no name
    std::optional<Spool::Extent> block;  // … where it is then
  };

 public:
  // What reforms did to one document, gathered by one thread.
  class Document {
   public:
    // `reader` is the thread's own.
    Document(const ReformFolder& folder, const Reader& reader, const DocumentEntry& document)
        : folder_(folder), reader_(reader), builder_(reader, document) {}

    // Takes in the next step of its life. Errors: as ReformBuilder.
    Status Take(const ChangeLogStep& step);

   private:
    friend class ReformFolder;
    const ReformFolder& folder_;
    const Reader& reader_;
    ReformBuilder builder_;
    std::vector<Part> parts_;
  };

  // `has_page`: whether the snapshot has a page of a document. Errors: kIo: there is no room for a temporary
  // file.
  static Result<std::unique_ptr<ReformFolder>> Begin(const Reader& reader, const AsOf& as_of,
                                                     std::function<bool(const std::string& id)> has_page);

  // The document at this place of the pages' order. Errors: as Spool.
  Status Put(size_t place, Document document);

  // Writes the pages, when everything is there. `context` is told how far that is. Errors: as FolderWriter
  // and ReportExport.
  Status Finish(FolderWriter& folder, const IndexPage& index, const Context& context);

 private:
  // What one reform did, or what came on one date without a name.
  struct Kept {
    ReformContents contents;
    std::vector<Spool::Extent> blocks;
  };

  ReformFolder(const Reader& reader, const AsOf& as_of, Spool spool,
               std::function<bool(const std::string& id)> has_page)
      : reader_(reader), as_of_(as_of), spool_(std::move(spool)), has_page_(std::move(has_page)) {}
  Result<ReformIndexEntry> WritePage(const std::pair<ValidDate, ReformNumber>& key, const Kept& kept,
                                     FolderWriter& folder, const IndexPage& index);

  const Reader& reader_;
  AsOf as_of_;
  std::mutex mutex_;  // of the next two
  Spool spool_;
  std::map<size_t, std::vector<Part>> documents_;  // by place
  const std::function<bool(const std::string& id)> has_page_;
};

}  // namespace muragat::tools
