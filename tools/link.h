#pragma once

#include <string>

#include "tools/context.h"

namespace muragat::tools {

struct LinkOptions {
  std::string first, second;  // addresses of sections of one document
  std::string because, author;
  std::string date;  // of unlink: the edition from which on they are two; empty: found by their names
  bool dry_run = false;
};

// Records that two sections are one. Errors: kInvalidArgument: they stand in one edition, or are of different
// documents.
Result<ExitCode> RunLink(const LinkOptions& options, Context& context);

// Records that they are not: takes a link back, or sets the later one apart from the edition on that shows
// it.
Result<ExitCode> RunUnlink(const LinkOptions& options, Context& context);

}  // namespace muragat::tools
