#pragma once

#include <string>
#include <vector>

namespace muragat::integrity {

// A small archive with one thing wrong: for each code of `verify`, one in which it finds that code and no
// other. They are made when they are wanted: files of RocksDB in the source would grow old with every change
// of the format, and nobody could see from them what is wrong. tests/archives/make_bad.sh makes them as
// folders to look at.
struct BadArchive {
  std::string code;
  void (*make)(const std::string& path);  // in a directory that is not there yet
};

// In the order of their codes.
const std::vector<BadArchive>& BadArchives();

// The older checkpoint that `verify --against` must be given for V018, beside the archive in `path`.
std::string KeptCheckpoint(const std::string& path);

}  // namespace muragat::integrity
