#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "muragat/store/change_log.h"
#include "muragat/store/reader.h"
#include "tools/context.h"

namespace muragat::tools {

// Lists all reforms by date.
Result<ExitCode> RunReformList(Context& context);

// Lists every section that a reform touched, with words in and out. `name` is an id or the title of a single
// reform.
Result<ExitCode> RunReformShow(const std::string& name, const std::string& known_at, Context& context);

struct ReformAddOptions {
  std::string title;
  std::string date;
  bool dry_run = false;
};

// Records a reform that has brought nothing yet.
Result<ExitCode> RunReformAdd(const ReformAddOptions& options, Context& context);

// The one reform that `name` names. Errors: kNotFound; kInvalidArgument: several have that title (listed).
Result<ReformNumber> RequireReform(const Reader& reader, const std::string& name);

// The documents that a reform touched, whether or not that still stands, each once. Errors: as Reader.
Result<std::vector<DocumentEntry>> ReadReformDocuments(const Reader& reader, ReformNumber reform);

// Calls `visit` with each step of the document's life that the reform brought and that stands, and the
// editions before it. Errors: as Reader, and what `visit` returns.
Status VisitReform(
    const Reader& reader, const DocumentEntry& document, ReformNumber reform, CommitNumber known_at,
    const std::function<Status(std::span<const HistoryEntry> before, const ChangeLogStep& step)>& visit);

}  // namespace muragat::tools
