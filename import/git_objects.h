#pragma once

#include <memory>
#include <string>
#include <vector>

#include "muragat/base/compressed_stream.h"
#include "muragat/base/status.h"

namespace muragat::import {

// Where the objects of a repository lie, and the commit that its history ends with.
struct GitPlace {
  std::string objects;  // a folder
  std::string tip;      // 40 hex digits
};

// Finds both in the folder of a repository, bare or with a working tree. Only files below the folder are
// read: no alternates, no worktree or submodule that lies elsewhere, no configuration. The history is HEAD's;
// where that branch is not there, main's or master's, or that of the only one. Errors: kInvalidArgument: it
// is no repository, or none of these.
Result<GitPlace> FindGitPlace(const std::string& folder);

// Whether `folder` looks like a repository.
bool IsGitFolder(const std::string& folder);

// Unpacks a bundle (gitformat-bundle, version 2 or 3 without a filter) into a pack below `folder`, which is
// the caller's. Errors: kInvalidArgument: it is none, or needs commits that it does not hold; kIo.
Result<GitPlace> UnpackGitBundle(ByteSource& bundle, const std::string& folder);

// Whether what begins with `head` is a bundle.
bool LooksLikeGitBundle(std::string_view head);

}  // namespace muragat::import
