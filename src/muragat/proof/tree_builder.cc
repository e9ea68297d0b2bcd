#include "muragat/proof/tree_builder.h"

#include "muragat/proof/tree_hash.h"

namespace muragat {

std::vector<TreeNode> CoveringNodes(uint64_t size) {
  std::vector<TreeNode> nodes;
  uint64_t begin = 0;
  for (int level = 63; level >= 0; --level) {
    if ((size >> level & 1) == 0) continue;
    nodes.push_back({level, begin >> level});
    begin += uint64_t{1} << level;
  }
  return nodes;
}

TreeBuilder::TreeBuilder(uint64_t size, std::vector<Digest> covering)
    : size_(size), covering_(std::move(covering)) {}

void TreeBuilder::Append(const Digest& leaf,
                         const std::function<void(const TreeNode&, const Digest&)>& completed) {
  Digest hash = leaf;
  TreeNode node{0, size_};
  if (completed) completed(node, hash);
  // Each one bit at the end of the size is a complete node whose right neighbour is complete now.
  for (uint64_t bits = size_; (bits & 1) != 0; bits >>= 1) {
    hash = HashNode(covering_.back(), hash);
    covering_.pop_back();
    node = {node.level + 1, node.index >> 1};
    if (completed) completed(node, hash);
  }
  covering_.push_back(hash);
  ++size_;
}

Digest TreeBuilder::Root() const {
  if (covering_.empty()) return HashEmpty();
  Digest root = covering_.back();
  for (size_t i = covering_.size() - 1; i-- > 0;) root = HashNode(covering_[i], root);
  return root;
}

Digest RootOf(const std::vector<Digest>& leaves) {
  TreeBuilder tree;
  for (const Digest& leaf : leaves) tree.Append(leaf);
  return tree.Root();
}

}  // namespace muragat
