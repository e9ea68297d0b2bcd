#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "muragat/base/sha256.h"
#include "muragat/base/status.h"
#include "muragat/proof/tree_builder.h"

namespace muragat {

using TreePath = std::vector<Digest>;

// Gives the hash of a complete node. Errors: whatever keeps it from being read.
using NodeSource = std::function<Result<Digest>(const TreeNode&)>;

// A source over the hashes of all leaves, which must outlive it. Cost: linear in the leaves below a node.
NodeSource NodesOf(const std::vector<Digest>& leaves);

// The root of the first `size` leaves. Cost: a node for each bit of the size.
Result<Digest> ReadRoot(const NodeSource& nodes, uint64_t size);

// The audit path of leaf `index` in the tree of the first `size` leaves (RFC 6962, section 2.1.1), from the
// leaf's neighbour up. Errors: kInvalidArgument: there is no such leaf; else as the source. Cost: at most two
// nodes a level.
Result<TreePath> ReadInclusionPath(const NodeSource& nodes, uint64_t index, uint64_t size);

// The proof that the tree of the first `from` leaves is the beginning of the tree of the first `to` (RFC
// 6962, section 2.1.2). Empty where `from` is 0 or `to`. Errors: kInvalidArgument: `from` is more than `to`;
// else as the source.
Result<TreePath> ReadConsistencyPath(const NodeSource& nodes, uint64_t from, uint64_t to);

// Whether a leaf's hash with its path gives the root of a tree of `size` leaves. Pure.
bool VerifyInclusion(const Digest& leaf, uint64_t index, uint64_t size, const TreePath& path,
                     const Digest& root);

// Whether a tree of `from` leaves with the root `old_root` is the beginning of one of `to` leaves with the
// root `new_root`. A tree of no leaves is the beginning of any, with an empty path. Pure.
bool VerifyConsistency(uint64_t from, uint64_t to, const TreePath& path, const Digest& old_root,
                       const Digest& new_root);

}  // namespace muragat
