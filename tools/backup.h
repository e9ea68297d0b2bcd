#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct BackupOptions {
  std::string folder;
  bool dry_run = false;
};

// Brings the copy of the archive in `folder` up to date, or makes one, and verifies it.
Result<ExitCode> RunBackup(const BackupOptions& options, Context& context);
// Makes the archive from the copy in `folder`, and verifies it.
Result<ExitCode> RunRestore(const BackupOptions& options, Context& context);

}  // namespace muragat::tools
