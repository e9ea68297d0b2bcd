#include "muragat/proof/tree_path.h"

#include <bit>
#include <string>

#include "muragat/proof/tree_hash.h"

namespace muragat {
namespace {

// The largest power of two that is less than `size`, which is at least 2.
uint64_t SplitOf(uint64_t size) { return std::bit_floor(size - 1); }

// The hash over the leaves [begin, end), of which `begin` is a multiple of the smallest power of two that is
// no less than their number.
Result<Digest> ReadRange(const NodeSource& nodes, uint64_t begin, uint64_t end) {
  const uint64_t size = end - begin;
  if (std::has_single_bit(size)) {
    const int level = std::countr_zero(size);
    return nodes({level, begin >> level});
  }
  const uint64_t middle = begin + SplitOf(size);
  MURAGAT_ASSIGN_OR_RETURN(const Digest left, ReadRange(nodes, begin, middle));
  MURAGAT_ASSIGN_OR_RETURN(const Digest right, ReadRange(nodes, middle, end));
  return HashNode(left, right);
}

}  // namespace

NodeSource NodesOf(const std::vector<Digest>& leaves) {
  return [&leaves](const TreeNode& node) -> Result<Digest> {
    const uint64_t begin = node.index << node.level, size = uint64_t{1} << node.level;
    if (begin + size > leaves.size()) return Status::InvalidArgument("the tree has no such node");
    TreeBuilder tree;
    for (uint64_t i = begin; i < begin + size; ++i) tree.Append(leaves[i]);
    return tree.Root();
  };
}

Result<Digest> ReadRoot(const NodeSource& nodes, uint64_t size) {
  if (size == 0) return HashEmpty();
  return ReadRange(nodes, 0, size);
}

Result<TreePath> ReadInclusionPath(const NodeSource& nodes, uint64_t index, uint64_t size) {
  if (index >= size) return Status::InvalidArgument("the tree has no leaf " + std::to_string(index));
  std::vector<std::pair<uint64_t, uint64_t>> siblings;  // half-open, from the root down
  for (uint64_t begin = 0, end = size; end - begin > 1;) {
    const uint64_t middle = begin + SplitOf(end - begin);
    if (index < middle) {
      siblings.emplace_back(middle, end);
      end = middle;
    } else {
      siblings.emplace_back(begin, middle);
      begin = middle;
    }
  }
  TreePath path;
  for (auto range = siblings.rbegin(); range != siblings.rend(); ++range) {
    MURAGAT_ASSIGN_OR_RETURN(const Digest hash, ReadRange(nodes, range->first, range->second));
    path.push_back(hash);
  }
  return path;
}

Result<TreePath> ReadConsistencyPath(const NodeSource& nodes, uint64_t from, uint64_t to) {
  if (from > to) return Status::InvalidArgument("the later tree is the smaller one");
  if (from == 0 || from == to) return TreePath();
  // Goes down to the subtree that ends where the older tree does; beside it, every subtree on the way.
  std::vector<std::pair<uint64_t, uint64_t>> ranges;
  uint64_t begin = 0, end = to;
  bool whole = true;  // the older tree is the complete subtree reached: its root is known
  while (end != from) {
    const uint64_t middle = begin + SplitOf(end - begin);
    if (from <= middle) {
      ranges.emplace_back(middle, end);
      end = middle;
    } else {
      ranges.emplace_back(begin, middle);
      begin = middle;
      whole = false;
    }
  }
  if (!whole) ranges.emplace_back(begin, end);
  TreePath path;
  for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
    MURAGAT_ASSIGN_OR_RETURN(const Digest hash, ReadRange(nodes, range->first, range->second));
    path.push_back(hash);
  }
  return path;
}

bool VerifyInclusion(const Digest& leaf, uint64_t index, uint64_t size, const TreePath& path,
                     const Digest& root) {
  if (index >= size) return false;
  // `last` is the last node of the level that is being looked at, `at` the one on the way.
  uint64_t at = index, last = size - 1;
  Digest hash = leaf;
  size_t used = 0;
  for (; last > 0; at >>= 1, last >>= 1) {
    if ((at & 1) == 0 && at == last) continue;  // it has no neighbour: it is taken up as it is
    if (used == path.size()) return false;
    const Digest& other = path[used++];
    hash = (at & 1) != 0 ? HashNode(other, hash) : HashNode(hash, other);
  }
  return used == path.size() && hash == root;
}

bool VerifyConsistency(uint64_t from, uint64_t to, const TreePath& path, const Digest& old_root,
                       const Digest& new_root) {
  if (from > to) return false;
  if (from == 0) return path.empty() && old_root == HashEmpty() && (to > 0 || new_root == old_root);
  if (from == to) return path.empty() && old_root == new_root;
  // From the largest complete subtree that ends where the older tree does.
  uint64_t at = from - 1, last = to - 1;
  while ((at & 1) != 0) {
    at >>= 1;
    last >>= 1;
  }
  size_t used = 0;
  Digest old_hash = old_root;
  if (at > 0) {
    if (path.empty()) return false;
    old_hash = path[used++];
  }
  Digest new_hash = old_hash;
  for (; last > 0; at >>= 1, last >>= 1) {
    if ((at & 1) == 0 && at == last) continue;
    if (used == path.size()) return false;
    const Digest& other = path[used++];
    if ((at & 1) != 0) {
      old_hash = HashNode(other, old_hash);
      new_hash = HashNode(other, new_hash);
    } else {
      new_hash = HashNode(new_hash, other);
    }
  }
  return used == path.size() && old_hash == old_root && new_hash == new_root;
}

}  // namespace muragat
