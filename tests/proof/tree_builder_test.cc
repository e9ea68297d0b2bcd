#include "muragat/proof/tree_builder.h"

#include <string>

#include <gtest/gtest.h>

#include "muragat/proof/tree_hash.h"
#include "tests/support/hex.h"

namespace muragat {
namespace {

using support::FromHex;

// Entries and roots written out from the definition in RFC 6962, section 2.1.
const std::vector<std::string> kEntries = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const std::vector<std::string> kRoots = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                                         "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                         "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                         "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                         "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                         "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                         "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                         "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                         "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

Digest Leaf(size_t i) { return HashLeaf(FromHex(kEntries[i])); }

TEST(TreeHash, TellsLeavesFromNodes) {
  EXPECT_EQ(FormatDigest(HashEmpty()), kRoots[0]);
  EXPECT_EQ(FormatDigest(HashLeaf("")), kRoots[1]);
  EXPECT_EQ(FormatDigest(HashNode(HashLeaf(""), HashLeaf(FromHex("00")))), kRoots[2]);
  const std::string both = std::string(BytesOf(Leaf(0))) + std::string(BytesOf(Leaf(1)));
  EXPECT_NE(HashLeaf(both), HashNode(Leaf(0), Leaf(1)));
}

TEST(TreeBuilder, GivesTheRootOfEverySize) {
  TreeBuilder tree;
  std::vector<Digest> leaves;
  for (size_t i = 0; i < kEntries.size(); ++i) {
    EXPECT_EQ(FormatDigest(tree.Root()), kRoots[i]);
    tree.Append(Leaf(i));
    leaves.push_back(Leaf(i));
    EXPECT_EQ(tree.size(), i + 1);
    EXPECT_EQ(FormatDigest(RootOf(leaves)), kRoots[i + 1]);
  }
  EXPECT_EQ(FormatDigest(tree.Root()), kRoots[8]);
}

TEST(TreeBuilder, NamesTheNodesThatALeafCompletes) {
  TreeBuilder tree;
  std::vector<TreeNode> completed;
  std::vector<std::string> hashes;
  for (size_t i = 0; i < 4; ++i) {
    completed.clear();
    hashes.clear();
    tree.Append(Leaf(i), [&](const TreeNode& node, const Digest& hash) {
      completed.push_back(node);
      hashes.push_back(FormatDigest(hash));
    });
  }
  EXPECT_EQ(completed, (std::vector<TreeNode>{{0, 3}, {1, 1}, {2, 0}}));
  EXPECT_EQ(hashes.back(), kRoots[4]);
}

TEST(TreeBuilder, GoesOnFromItsCoveringNodes) {
  EXPECT_EQ(CoveringNodes(0), std::vector<TreeNode>{});
  EXPECT_EQ(CoveringNodes(6), (std::vector<TreeNode>{{2, 0}, {1, 2}}));
  EXPECT_EQ(CoveringNodes(7), (std::vector<TreeNode>{{2, 0}, {1, 2}, {0, 6}}));
  TreeBuilder tree(6, {*ParseDigest(kRoots[4]), HashNode(Leaf(4), Leaf(5))});
  EXPECT_EQ(FormatDigest(tree.Root()), kRoots[6]);
  tree.Append(Leaf(6));
  tree.Append(Leaf(7));
  EXPECT_EQ(FormatDigest(tree.Root()), kRoots[8]);
}

}  // namespace
}  // namespace muragat
