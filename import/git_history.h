#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "import/git_objects.h"
#include "import/html.h"
#include "import/limits.h"
#include "import/state_reader.h"
#include "muragat/base/date.h"
#include "muragat/base/status.h"

namespace muragat::import {

struct GitOptions {
  std::function<bool(std::string_view path)> select;  // the files to read; empty: all
  // A commit's date, from its message; empty, or nothing: its author's date, or its trailer `Valid:`.
  std::function<std::optional<ValidDate>(std::string_view message)> date_of;
  HtmlOptions html;
};

// Reads the history of a repository, from the objects alone: the line of first parents, oldest first, and for
// each commit a state for each file that it changed, or its removal. The document is the file's path, the
// reform the commit's subject, the author its author. The valid date is the author's (seen); with `date_of`
// or a trailer `Valid:`, as `export --to git` writes it, the one that is named, in force unless a trailer
// `Basis: seen` is there too. A file is read as the ending of its name says, else as Markdown; what is no
// text is passed over and counted, as are links and submodules. A file that was renamed is a removal and a
// new document. Where the history is cut off (a shallow clone), it begins there. A file that is over a limit
// or cannot be read is none, with the reason. Nothing but objects is read, nothing is checked out or run.
// Memory: one commit's changed paths, one file, and what libgit2 keeps of objects (256 MiB at most).
class GitHistoryReader final : public StateReader {
 public:
  // Errors: kInvalidArgument: libgit2 is not on this machine, or the place's objects are no history.
  static Result<std::unique_ptr<GitHistoryReader>> Open(const GitPlace& place, GitOptions options,
                                                        const Limits& limits = {});
  ~GitHistoryReader() override;
  Result<bool> ReadInto(StateOrReason& next) override;
  std::string PassedOver() const override;

 private:
  struct Impl;
  explicit GitHistoryReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace muragat::import
