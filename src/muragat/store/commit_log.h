#pragma once

#include <cstdint>

#include "muragat/base/sha256.h"
#include "muragat/model/numbers.h"
#include "muragat/proof/checkpoint.h"
#include "muragat/proof/tree_path.h"
#include "muragat/store/database.h"
#include "muragat/store/view.h"

namespace muragat {

// The tree over all commit records of an archive (RFC 6962): commit n is its leaf n − 1. Complete nodes are
// stored from kStoredLogLevel up; what lies below is hashed again. Thread-safety: as the view, which must
// outlive it. Every method returns kCorruption where a record or node is missing, and kIo where the disk
// fails.
class CommitLog {
 public:
  static constexpr int kStoredLogLevel = 3;

  explicit CommitLog(const StoreView& view) : view_(view) {}

  // Cost: one look-up, or as many as there are leaves below a node that is not stored.
  Result<Digest> ReadNode(const TreeNode& node) const;
  // The tree of the first `size` commits, to go on from.
  Result<TreeBuilder> ReadTree(uint64_t size) const;
  Result<Digest> ReadRoot(uint64_t size) const;
  // The path of a commit's record in the log of `size` commits. Errors: kInvalidArgument: it is not in it.
  Result<TreePath> ReadPath(CommitNumber commit, uint64_t size) const;

  // Whether the log of `head.size` commits has the root that `head` says. There must be as many.
  Result<bool> Extends(const TreeHead& head) const;

 private:
  const StoreView& view_;
};

// Adds a commit's record to the tree, and the nodes that it completes to the batch.
void AppendCommit(std::string_view record, TreeBuilder& log, Database::Batch& batch);

}  // namespace muragat
