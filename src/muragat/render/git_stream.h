#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "muragat/base/date.h"
#include "muragat/model/numbers.h"
#include "muragat/model/reform.h"

namespace muragat {

// The parts of a stream that `git fast-import` takes, in its order: kGitStreamBegin, for each commit
// RenderGitCommit and then its files, kGitStreamEnd. Git takes no stream that ends before that. The same
// values give the same bytes. Thread-safety: pure functions.

constexpr std::string_view kGitStreamBegin = "feature done\n";
constexpr std::string_view kGitStreamEnd = "done\n";

// A commit of the archive that brought something of a commit of git.
struct GitRecorded {
  CommitNumber commit;
  Instant recorded;
};

// What one reform brought on one date.
struct GitCommit {
  ValidDate valid;
  bool seen = false;                 // every text was seen on that date; when it came into force is not known
  Reform reform;                     // no title: none is named
  std::vector<std::string> authors;  // of the texts, each once; the first is the commit's author
  std::vector<GitRecorded> recorded;  // each once, in order
};

// The head of a commit of the branch `main`: the reform's title and, as trailers, the true dates. Git's own
// dates are the first second of the valid date, 0 where that is before 1970. An author is a name, or a name
// and an address in angle brackets; elsewhere those are left out.
std::string RenderGitCommit(const GitCommit& commit);

// A file of the commit as it is from then on, and a file that is no more. `path` is one that git takes.
std::string RenderGitFile(std::string_view path, std::string_view text);
std::string RenderGitRemoval(std::string_view path);

// Whether git lets `path` be a file's: no part of it is empty, "." or "..", or may be taken for ".git" on
// some file system.
bool IsGitPath(std::string_view path);

}  // namespace muragat
