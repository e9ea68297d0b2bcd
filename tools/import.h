#pragma once

#include <string>
#include <vector>

#include "tools/context.h"

namespace muragat::tools {

struct ImportOptions {
  std::vector<std::string> paths;  // "-" is standard input
  std::string format = "auto";
  std::string document, date, reform, source, captured, author, language, zone, select;
  std::string manifest;   // a table of files; empty: none
  std::string glob;       // of the files of a repository; empty: all
  std::string date_from;  // a regular expression for the messages of commits
  size_t jobs = 0;        // threads; 0: as many as are of use
  bool no_index = false;
  bool again = false;
  bool dry_run = false;
};

// Brings in updates; makes an archive if there is none. Prints a line a document, then
// `committed N states in M documents, commit K` and `root R`, the root of the log, as checkpoints write it.
// kPartly where some states of a stream, or some of several files, were refused; each is named on
// context.err. Errors: kInvalidArgument: nothing was usable, or the options do not fit: the archive is as
// before;
//         kCancelled: whole commits stay; else as Archive::Open, Writer::Add and Writer::Commit.
Result<ExitCode> RunImport(const ImportOptions& options, Context& context);

}  // namespace muragat::tools
