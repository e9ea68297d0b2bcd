#pragma once

#include <string>
#include <vector>

#include "tools/context.h"

namespace muragat::tools {

struct ExportOptions {
  std::string to;      // akn, git, html, jsonl or markdown
  std::string output;  // a directory or file; empty: standard output, where the form is one stream
  std::vector<std::string> globs;  // empty: all documents
  std::string as_of, known_at;
  std::string reform;  // an id or the title of a single reform; empty: not of one
  size_t jobs = 0;     // threads that make pages; 0: as many as there are cores
  bool history = false;
  bool force = false;
  bool dry_run = false;
};

// Writes a snapshot (akn, html, markdown), the states (jsonl: the whole history, unless as_of is given), or
// the history as commits (git). The same archive and options give the same bytes. kNo where no document fits.
// Errors: kInvalidArgument: a form that needs --output has none; kConflict: something is there; kIo; else as
// Reader.
Result<ExitCode> RunExport(const ExportOptions& options, Context& context);

}  // namespace muragat::tools
