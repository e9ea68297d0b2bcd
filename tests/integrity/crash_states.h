#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/integrity/watched_file_system.h"

namespace muragat::integrity {

// A file system of which the power goes: what was asked of it, and what of that may be left. What was made
// durable stays; of everything since, any part may be there. The bytes that a file got since its last sync
// may be there, missing, cut off anywhere, or in part overwritten by zeros (a block that was not written,
// before one that was); of the changes of names since their folder was synced, the first ones may have been
// made, or any of them, each for itself. A file's sync does not keep its name. Only RocksDB's logs
// (the manifest and the write-ahead log) get their bytes in order, as where a file's size is written after
// its data (ext4, xfs, btrfs as they come): one with a block of zeros before its end is damage, which RocksDB
// refuses to open.
class CrashStates {
 public:
  explicit CrashStates(std::vector<FileOperation> operations) : operations_(std::move(operations)) {}

  // The power goes after so many of the operations. The files that are left, by their paths.
  std::map<std::string, std::string> After(size_t operations, std::mt19937_64& random) const;
  // Writes them below a folder that takes the place of the program's folder `root`.
  void WriteAfter(size_t operations, std::mt19937_64& random, const std::string& root,
                  const std::string& folder) const;

 private:
  std::vector<FileOperation> operations_;
};

}  // namespace muragat::integrity
