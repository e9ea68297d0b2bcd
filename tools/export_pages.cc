#include "tools/export_pages.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <optional>
#include <set>
#include <thread>

#include "muragat/store/change_log.h"
#include "tools/export_output.h"
#include "tools/folder_writer.h"
#include "tools/page_builder.h"
#include "tools/reform_folder.h"

namespace muragat::tools {
namespace {

constexpr size_t kBatchPages = 32;  // taken by a thread at once

class PagesWriter {
 public:
  // `documents` are shown; those of `pages`, by id, get a page, the others are in the reforms' pages alone.
  PagesWriter(Context& context, const Reader& reader, const std::vector<DocumentEntry>& documents,
              const std::set<std::string>& pages, const AsOf& as_of, FolderWriter& folder,
              ReformFolder& reforms)
      : context_(context),
        reader_(reader),
        documents_(documents),
        pages_(pages),
        as_of_(as_of),
        folder_(folder),
        reforms_(reforms) {
    // In the order in which documents are stored, what one page reads lies beside what the last one read.
    order_.resize(documents.size());
    std::iota(order_.begin(), order_.end(), size_t{0});
    std::sort(order_.begin(), order_.end(),
              [&](size_t a, size_t b) { return documents[a].number < documents[b].number; });
    entries_.resize(documents.size());
  }

  Status Write(size_t threads) {
    {
      std::vector<std::jthread> others;
      for (size_t i = 1; i < threads; ++i) others.emplace_back([this] { Work(false); });
      Work(true);
    }
    if (!failure_.ok()) return failure_;
    return WriteIndex();
  }

 private:
  // Takes batches until there are none. The first thread is the one that reports, and asks whether to stop.
  void Work(bool is_first) {
    const Reader reader(reader_.view());
    PageBuilder builder(reader, as_of_);
    while (!stopped_) {
      const size_t begin = taken_.fetch_add(kBatchPages);
      if (begin >= order_.size()) return;
      const size_t end = std::min(begin + kBatchPages, order_.size());
      for (size_t i = begin; i < end && !stopped_; ++i) {
        if (is_first) Fail(0, ReportExport(context_, "pages", done_, order_.size()));
        Fail(order_[i], WritePage(reader, builder, order_[i]));
        ++done_;
      }
    }
  }

  Status WritePage(const Reader& reader, PageBuilder& builder, size_t place) {
    const DocumentEntry& document = documents_[place];
    ReformFolder::Document reformed(reforms_, reader, document);
    const auto take = [&](const ChangeLogStep& step) { return reformed.Take(step); };
    if (pages_.contains(document.id)) {
      MURAGAT_ASSIGN_OR_RETURN(BuiltPage built, builder.Build(document, take));
      MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderDocumentPage(built.page));
      MURAGAT_RETURN_IF_ERROR(folder_.Write(PagePath(document.id), html));
      entries_[place] = std::move(built.entry);
    } else {
      MURAGAT_ASSIGN_OR_RETURN(const auto history, reader.ReadHistory(document.number, as_of_.known_at));
      MURAGAT_RETURN_IF_ERROR(WalkChanges(reader, history, 0, as_of_.known_at, take));
    }
    return reforms_.Put(place, std::move(reformed));
  }

  // Keeps the failure of the document that comes first, and stops all threads.
  void Fail(size_t place, Status status) {
    if (status.ok()) return;
    const std::lock_guard lock(mutex_);
    if (failure_.ok() || place < failed_place_) {
      failure_ = std::move(status);
      failed_place_ = place;
    }
    stopped_ = true;
  }

  Status WriteIndex() {
    IndexPage index{.reforms_href = "reforms.html"};
    PageBuilder builder(reader_, as_of_);
    MURAGAT_RETURN_IF_ERROR(builder.Describe(index));
    for (std::optional<IndexEntry>& entry : entries_) {
      if (entry) index.documents.push_back(*std::move(entry));
    }
    MURAGAT_RETURN_IF_ERROR(reforms_.Finish(folder_, index, context_));
    MURAGAT_ASSIGN_OR_RETURN(const std::string html, RenderIndexPage(index));
    return folder_.Write("index.html", html);
  }

  Context& context_;
  const Reader& reader_;
  const std::vector<DocumentEntry>& documents_;
  const std::set<std::string>& pages_;
  const AsOf as_of_;
  FolderWriter& folder_;
  ReformFolder& reforms_;
  std::vector<size_t> order_;  // places in documents_
  std::atomic<size_t> taken_ = 0, done_ = 0;
  std::atomic<bool> stopped_ = false;
  std::mutex mutex_;  // of the two below
  Status failure_;
  size_t failed_place_ = 0;
  std::vector<std::optional<IndexEntry>> entries_;  // each is written by one thread
};

}  // namespace

Result<ExitCode> ExportPages(const ExportOptions& options, Context& context, const Reader& reader,
                             const std::vector<DocumentEntry>& documents, const AsOf& as_of) {
  if (options.output.empty()) return Status::InvalidArgument("HTML is a folder of pages: name it with -o");
  MURAGAT_ASSIGN_OR_RETURN(auto folder, FolderWriter::Begin(options.output, options.force));
  std::set<std::string> pages;
  for (const DocumentEntry& document : documents) pages.insert(document.id);
  MURAGAT_ASSIGN_OR_RETURN(const auto reforms, ReformFolder::Begin(reader, as_of, [&](const std::string& id) {
                             return pages.contains(id);
                           }));
  // Reforms are shown whole: also what they did to documents that have no text at this date.
  MURAGAT_ASSIGN_OR_RETURN(const auto all, SelectDocuments(reader, options.globs));
  const size_t cores = options.jobs != 0 ? options.jobs : std::max(std::thread::hardware_concurrency(), 1U);
  const size_t batches = (all.size() + kBatchPages - 1) / kBatchPages;
  PrepareForDocuments(all.size());
  PagesWriter writer(context, reader, all, pages, as_of, folder, *reforms);
  MURAGAT_RETURN_IF_ERROR(writer.Write(std::min(cores, batches)));
  MURAGAT_RETURN_IF_ERROR(folder.Finish());
  context.Note("wrote " + std::to_string(documents.size()) + " pages: open " + options.output +
               "/index.html");
  return ExitCode::kDone;
}

}  // namespace muragat::tools
