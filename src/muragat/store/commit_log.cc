#include "muragat/store/commit_log.h"

#include "muragat/codec/keys.h"
#include "muragat/codec/log_keys.h"
#include "muragat/proof/tree_hash.h"

namespace muragat {

Result<Digest> CommitLog::ReadNode(const TreeNode& node) const {
  if (node.level == 0) {
    const CommitNumber commit{static_cast<uint32_t>(node.index + 1)};
    MURAGAT_ASSIGN_OR_RETURN(const auto record, view_.Get(Family::kLog, CommitKey(commit)));
    if (!record) return Status::Corruption("commit " + std::to_string(commit.value) + " is missing");
    return HashLeaf(*record);
  }
  if (node.level < kStoredLogLevel) {
    MURAGAT_ASSIGN_OR_RETURN(const Digest left, ReadNode({node.level - 1, node.index * 2}));
    MURAGAT_ASSIGN_OR_RETURN(const Digest right, ReadNode({node.level - 1, node.index * 2 + 1}));
    return HashNode(left, right);
  }
  MURAGAT_ASSIGN_OR_RETURN(const auto value, view_.Get(Family::kLog, LogNodeKey(node.level, node.index)));
  const auto digest = value ? ToDigest(*value) : std::nullopt;
  if (!digest) {
    return Status::Corruption("node " + std::to_string(node.index) + " of level " +
                              std::to_string(node.level) + " of the log is missing or damaged");
  }
  return *digest;
}

Result<TreeBuilder> CommitLog::ReadTree(uint64_t size) const {
  std::vector<Digest> covering;
  for (const TreeNode& node : CoveringNodes(size)) {
    MURAGAT_ASSIGN_OR_RETURN(const Digest hash, ReadNode(node));
    covering.push_back(hash);
  }
  return TreeBuilder(size, std::move(covering));
}

Result<Digest> CommitLog::ReadRoot(uint64_t size) const {
  MURAGAT_ASSIGN_OR_RETURN(const TreeBuilder tree, ReadTree(size));
  return tree.Root();
}

Result<TreePath> CommitLog::ReadPath(CommitNumber commit, uint64_t size) const {
  return ReadInclusionPath([this](const TreeNode& node) { return ReadNode(node); },
                           uint64_t{commit.value} - 1, size);
}

Result<bool> CommitLog::Extends(const TreeHead& head) const {
  MURAGAT_ASSIGN_OR_RETURN(const Digest root, ReadRoot(head.size));
  return root == head.root;
}

void AppendCommit(std::string_view record, TreeBuilder& log, Database::Batch& batch) {
  log.Append(HashLeaf(record), [&](const TreeNode& node, const Digest& hash) {
    if (node.level >= CommitLog::kStoredLogLevel)
      batch.Put(Family::kLog, LogNodeKey(node.level, node.index), BytesOf(hash));
  });
}

}  // namespace muragat
