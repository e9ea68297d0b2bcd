#pragma once

#include <string>
#include <vector>

#include "tools/context.h"

namespace muragat::tools {

struct RecaptureOptions {
  std::vector<std::string> globs;  // of documents; none: all
  std::string select;              // of HTML pages, as for import
  std::string author;
  bool dry_run = false;
};

// Reads the kept captures with today's readers, and records what comes out otherwise as new readings of the
// same captures: editions that take the place of those that stand. A second run records nothing. Prints a
// line for each document with new readings, then `recorded N readings in M documents, commit K`. kPartly
// where a capture cannot be read any more, or its place cannot be taken; each is named on context.err, and
// what was read before stays. Errors: kNotFound: no archive; kInvalidArgument: the options do not fit;
// kCancelled: whole documents stay; else as Archive::Open, Writer::Reread and Writer::Commit.
Result<ExitCode> RunRecapture(const RecaptureOptions& options, Context& context);

}  // namespace muragat::tools
