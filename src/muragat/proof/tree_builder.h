#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "muragat/base/sha256.h"

namespace muragat {

// A complete node of a tree: the hash over the leaves index·2^level … (index + 1)·2^level − 1. Leaves are
// level 0.
struct TreeNode {
  int level = 0;
  uint64_t index = 0;
  friend bool operator==(const TreeNode&, const TreeNode&) = default;
};

// The complete nodes that a tree of `size` leaves is put together from, largest first: one for each bit of
// the size.
std::vector<TreeNode> CoveringNodes(uint64_t size);

// A tree of RFC 6962 (section 2.1) that grows at its right end; it holds one hash for each bit of its size. A
// value. Thread-safety: one thread.
class TreeBuilder {
 public:
  TreeBuilder() = default;
  // A tree of `size` leaves, from the hashes of its CoveringNodes.
  TreeBuilder(uint64_t size, std::vector<Digest> covering);

  // Calls `completed` with each node that the leaf completes, itself first.
  void Append(const Digest& leaf, const std::function<void(const TreeNode&, const Digest&)>& completed = {});

  uint64_t size() const { return size_; }
  // The root of all leaves so far. Cost: at most one hash for each bit of the size.
  Digest Root() const;

 private:
  uint64_t size_ = 0;
  std::vector<Digest> covering_;  // of the complete nodes, largest first
};

// The root of a tree over these leaves.
Digest RootOf(const std::vector<Digest>& leaves);

}  // namespace muragat
