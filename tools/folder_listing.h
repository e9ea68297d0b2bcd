#pragma once

#include <string>
#include <utility>
#include <vector>

#include "muragat/base/status.h"

namespace muragat::tools {

// The files below a folder. Paths are below it, their parts parted by '/', in byte order.
struct FolderListing {
  std::vector<std::string> files;
  std::vector<std::string> hidden;                               // not gone into where they are folders
  std::vector<std::pair<std::string, std::string>> not_regular;  // with what they are: "a symbolic link"
};

// Lists what is below `path`. Links are not followed, archives of this program not gone into. Errors:
// kInvalidArgument: it cannot be read (the message names where), or holds more than a million files.
Result<FolderListing> ListFolder(const std::string& path);

// The name of the folder or file at `path`, also where it is "." or ends in a slash; empty at the root.
std::string NameOfPath(const std::string& path);

}  // namespace muragat::tools
