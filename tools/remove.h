#pragma once

#include <optional>
#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct RemoveOptions {
  std::string document, date, reform, author;
  bool dry_run = false;
};

// Records that from a date on the document has no text. Errors: kNotFound: no such document; else as
// Writer::Add.
Result<ExitCode> RunRemove(const RemoveOptions& options, Context& context);

struct WithdrawOptions {
  std::string document, date, because, author;
  std::optional<std::string> reform;  // empty: the edition that came without one
  bool dry_run = false;
};

// Records that an edition was a mistake. Errors: as Writer::Withdraw.
Result<ExitCode> RunWithdraw(const WithdrawOptions& options, Context& context);

}  // namespace muragat::tools
