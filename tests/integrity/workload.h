#pragma once

#include <functional>
#include <string>
#include <vector>

#include <rocksdb/env.h>

#include "muragat/base/sha256.h"
#include "muragat/base/status.h"

namespace muragat::integrity {

// A small archive's life, the same each time: made, written to in several openings by one synced write and
// by table files, with removals, a withdrawal, a link and an index of words, compacted, written to again.
class Workload {
 public:
  // So many openings of the archive, of a few commits each; the first makes it.
  explicit Workload(int openings = 4);

  // Called with the number of each commit once it was acknowledged.
  using Acknowledge = std::function<void(uint64_t commit)>;
  // Lives it in the directory `path`, on `env` (null: the machine's). Stops at the first failure.
  Status Run(const std::string& path, rocksdb::Env* env, const Acknowledge& acknowledge) const;

  // The log's root when it had so many commits: what an archive of so many must have.
  const Digest& RootOf(uint64_t commits) const { return roots_[commits]; }
  uint64_t commits() const { return roots_.size() - 1; }

 private:
  Status RunOpening(int opening, const std::string& path, rocksdb::Env* env, uint64_t& commits,
                    const Acknowledge& acknowledge) const;

  const int openings_;
  std::vector<Digest> roots_;
};

// What a look at an archive in a directory finds.
struct Sight {
  bool is_there = false;
  Status status;  // why it could not be opened or checked
  uint64_t commits = 0;
  std::vector<std::string> codes;  // of what verify finds
  Digest root{};                   // of the log
};
// Opens it for reading and verifies it whole; changes nothing.
Sight LookAt(const std::string& path);
// The same, and opens it for writing before, as the next import would.
Sight ReopenAndLook(const std::string& path);

// What is wrong with what a failure left of the workload when `acknowledged` commits had been; empty where
// nothing is: every commit is there that was acknowledged, whole ones only, each with the content it had.
std::string Complaint(const Workload& workload, const Sight& sight, uint64_t acknowledged);

}  // namespace muragat::integrity
