#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/git_library.h"
#include "muragat/base/status.h"

namespace muragat::import {

// A file that one tree has otherwise than another: its bytes, or nothing where it is no more.
struct GitChange {
  std::string path;
  std::optional<GitId> blob;
  std::optional<GitId> before;
};

// How the tree `after` (nothing: an empty one) differs from `before`, sorted as git sorts paths. Links and
// submodules are no files. Trees that are the same are not opened. Errors: kInvalidArgument: a tree is
// missing, nested more than 64 deep, or more than half a million files differ.
Status FindGitChanges(const GitLibrary& git, git_repository* repository, const std::optional<GitId>& before,
                      const std::optional<GitId>& after, std::vector<GitChange>& changes);

}  // namespace muragat::import
