#include "muragat/proof/tree_path.h"

#include <gtest/gtest.h>

#include "muragat/proof/tree_hash.h"

namespace muragat {
namespace {

std::vector<Digest> Leaves(size_t count) {
  std::vector<Digest> leaves;
  for (size_t i = 0; i < count; ++i) leaves.push_back(HashLeaf("entry " + std::to_string(i)));
  return leaves;
}

Digest RootOfFirst(const std::vector<Digest>& leaves, size_t count) {
  return RootOf({leaves.begin(), leaves.begin() + static_cast<std::ptrdiff_t>(count)});
}

Digest Flipped(Digest digest) {
  digest[7] ^= 1;
  return digest;
}

// The example of RFC 6962, section 2.1.3: seven entries d0 … d6, leaves a … j.
TEST(TreePath, IsThatOfTheRfcsExample) {
  const auto leaves = Leaves(7);
  const auto nodes = NodesOf(leaves);
  const Digest g = HashNode(leaves[0], leaves[1]), h = HashNode(leaves[2], leaves[3]);
  const Digest i = HashNode(leaves[4], leaves[5]), j = leaves[6];
  const Digest k = HashNode(g, h), l = HashNode(i, j);
  EXPECT_EQ(ReadInclusionPath(nodes, 0, 7).value(), (TreePath{leaves[1], h, l}));
  EXPECT_EQ(ReadInclusionPath(nodes, 3, 7).value(), (TreePath{leaves[2], g, l}));
  EXPECT_EQ(ReadInclusionPath(nodes, 4, 7).value(), (TreePath{leaves[5], j, k}));
  EXPECT_EQ(ReadInclusionPath(nodes, 6, 7).value(), (TreePath{i, k}));
  EXPECT_EQ(ReadConsistencyPath(nodes, 3, 7).value(), (TreePath{leaves[2], leaves[3], g, l}));
  EXPECT_EQ(ReadConsistencyPath(nodes, 4, 7).value(), (TreePath{l}));
  EXPECT_EQ(ReadConsistencyPath(nodes, 6, 7).value(), (TreePath{i, j, k}));
}

TEST(TreePath, HasNoLeafBeyondTheEndAndNoLaterTreeThatIsSmaller) {
  const auto leaves = Leaves(4);
  EXPECT_EQ(ReadInclusionPath(NodesOf(leaves), 4, 4).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(ReadInclusionPath(NodesOf(leaves), 0, 0).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(ReadInclusionPath(NodesOf(leaves), 0, 8).status().code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(ReadConsistencyPath(NodesOf(leaves), 3, 2).status().code(), StatusCode::kInvalidArgument);
}

TEST(VerifyInclusion, LawHoldsForEveryLeafAndForNothingElse) {
  for (size_t size = 1; size <= 34; ++size) {
    const auto leaves = Leaves(size);
    const Digest root = RootOf(leaves);
    EXPECT_EQ(ReadRoot(NodesOf(leaves), size).value(), root);
    for (size_t index = 0; index < size; ++index) {
      const TreePath path = ReadInclusionPath(NodesOf(leaves), index, size).value();
      EXPECT_TRUE(VerifyInclusion(leaves[index], index, size, path, root)) << index << " of " << size;
      EXPECT_FALSE(VerifyInclusion(Flipped(leaves[index]), index, size, path, root));
      EXPECT_FALSE(VerifyInclusion(leaves[index], index, size, path, Flipped(root)));
      EXPECT_FALSE(VerifyInclusion(leaves[index], index + size, size, path, root));
      for (size_t other = 0; other < size; ++other) {
        EXPECT_EQ(VerifyInclusion(leaves[index], other, size, path, root), other == index);
      }
      TreePath longer = path;
      longer.push_back(root);
      EXPECT_FALSE(VerifyInclusion(leaves[index], index, size, longer, root));
      if (path.empty()) continue;
      TreePath shorter(path.begin(), path.end() - 1), changed = path;
      changed.front() = Flipped(changed.front());
      EXPECT_FALSE(VerifyInclusion(leaves[index], index, size, shorter, root));
      EXPECT_FALSE(VerifyInclusion(leaves[index], index, size, changed, root));
    }
  }
}

TEST(VerifyConsistency, LawHoldsForEveryBeginningAndForNothingElse) {
  const auto leaves = Leaves(34);
  for (size_t to = 1; to <= leaves.size(); ++to) {
    const Digest new_root = RootOfFirst(leaves, to);
    for (size_t from = 0; from <= to; ++from) {
      const Digest old_root = RootOfFirst(leaves, from);
      const TreePath path = ReadConsistencyPath(NodesOf(leaves), from, to).value();
      EXPECT_TRUE(VerifyConsistency(from, to, path, old_root, new_root)) << from << " of " << to;
      EXPECT_FALSE(VerifyConsistency(from, to, path, Flipped(old_root), new_root));
      EXPECT_EQ(VerifyConsistency(from, to, path, old_root, Flipped(new_root)), from == 0);
      EXPECT_FALSE(VerifyConsistency(to + 1, to, path, old_root, new_root));
      TreePath longer = path;
      longer.push_back(new_root);
      EXPECT_FALSE(VerifyConsistency(from, to, longer, old_root, new_root));
      for (size_t i = 0; i < path.size(); ++i) {
        TreePath changed = path, shorter = path;
        changed[i] = Flipped(changed[i]);
        shorter.erase(shorter.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_FALSE(VerifyConsistency(from, to, changed, old_root, new_root));
        EXPECT_FALSE(VerifyConsistency(from, to, shorter, old_root, new_root));
      }
    }
  }
}

}  // namespace
}  // namespace muragat
