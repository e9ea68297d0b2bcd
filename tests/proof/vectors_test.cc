// Vectors that others wrote, where they are on this machine.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "muragat/base/base64.h"
#include "muragat/proof/note_key.h"
#include "muragat/proof/signed_note.h"
#include "muragat/proof/tree_hash.h"
#include "muragat/proof/tree_path.h"
#include "tests/support/corpus.h"
#include "tests/support/hex.h"

namespace muragat {
namespace {

using Json = nlohmann::json;
using support::FindShared;
using support::FromHex;

Json ReadJson(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return Json::parse(in);
}

// The digest in a field; nothing where it is not one.
std::optional<Digest> DigestIn(const Json& value) {
  const auto bytes = DecodeBase64(value.is_null() ? std::string() : value.get<std::string>());
  return bytes ? ToDigest(*bytes) : std::nullopt;
}

std::optional<TreePath> PathIn(const Json& value) {
  TreePath path;
  if (value.is_null()) return path;
  for (const Json& hash : value) {
    const auto digest = DigestIn(hash);
    if (!digest) return std::nullopt;
    path.push_back(*digest);
  }
  return path;
}

std::vector<std::filesystem::path> JsonFiles(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Rfc6962Corpus, InclusionProofsAreJudgedAsTheySay) {
  const auto folder = FindShared("vectors/rfc6962-merkle/testdata/inclusion");
  if (!folder) GTEST_SKIP() << "skipped: no corpus";
  size_t held = 0, refused = 0;
  for (const auto& file : JsonFiles(*folder)) {
    const Json probe = ReadJson(file);
    const auto leaf = DigestIn(probe.at("leafHash")), root = DigestIn(probe.at("root"));
    const auto path = PathIn(probe.at("proof"));
    const bool holds = leaf && root && path &&
                       VerifyInclusion(*leaf, probe.at("leafIdx").get<uint64_t>(),
                                       probe.at("treeSize").get<uint64_t>(), *path, *root);
    EXPECT_EQ(!holds, probe.at("wantErr").get<bool>()) << file;
    ++(holds ? held : refused);
  }
  EXPECT_GE(held, 5u);
  EXPECT_GE(refused, 80u);
}

TEST(Rfc6962Corpus, ConsistencyProofsAreJudgedAsTheySay) {
  const auto folder = FindShared("vectors/rfc6962-merkle/testdata/consistency");
  if (!folder) GTEST_SKIP() << "skipped: no corpus";
  size_t held = 0, refused = 0;
  for (const auto& file : JsonFiles(*folder)) {
    const Json probe = ReadJson(file);
    const auto old_root = DigestIn(probe.at("root1")), new_root = DigestIn(probe.at("root2"));
    const auto path = PathIn(probe.at("proof"));
    bool holds = old_root && new_root && path &&
                 VerifyConsistency(probe.at("size1").get<uint64_t>(), probe.at("size2").get<uint64_t>(),
                                   *path, *old_root, *new_root);
    // "Sizes are equal and the proof is empty" is asked with bytes that are no roots, too.
    if (!old_root && probe.at("root1") == probe.at("root2") && probe.at("size1") == 1 && path &&
        path->empty())
      holds = true;
    EXPECT_EQ(!holds, probe.at("wantErr").get<bool>()) << file;
    ++(holds ? held : refused);
  }
  EXPECT_GE(held, 5u);
  EXPECT_GE(refused, 80u);
}

TEST(Rfc6962Corpus, RootsAndPathsOfTheEightEntriesAreThose) {
  const auto file = FindShared("vectors/rfc6962_small.json");
  if (!file) GTEST_SKIP() << "skipped: no corpus";
  const Json vectors = ReadJson(*file);
  std::vector<Digest> leaves;
  for (const Json& entry : vectors.at("leaves_hex"))
    leaves.push_back(HashLeaf(FromHex(entry.get<std::string>())));
  ASSERT_EQ(leaves.size(), 8u);
  for (size_t size = 0; size <= 8; ++size)
    EXPECT_EQ(FormatDigest(ReadRoot(NodesOf(leaves), size).value()),
              vectors.at("roots")[size].get<std::string>());
  const auto hex = [](const TreePath& path) {
    Json hashes = Json::array();
    for (const Digest& hash : path) hashes.push_back(FormatDigest(hash));
    return hashes;
  };
  size_t checked = 0;
  for (const Json& probe : vectors.at("inclusion")) {
    const auto path = ReadInclusionPath(NodesOf(leaves), probe.at("index"), probe.at("size"));
    EXPECT_EQ(hex(path.value()), probe.at("proof")) << probe;
    ++checked;
  }
  for (const Json& probe : vectors.at("consistency")) {
    const auto path = ReadConsistencyPath(NodesOf(leaves), probe.at("size1"), probe.at("size2"));
    EXPECT_EQ(hex(path.value()), probe.at("proof")) << probe;
    ++checked;
  }
  EXPECT_EQ(checked, 72u);
}

TEST(WycheproofCorpus, SignaturesAreJudgedAsTheySay) {
  const auto file = FindShared("vectors/wycheproof/ed25519_test.json");
  if (!file) GTEST_SKIP() << "skipped: no corpus";
  size_t held = 0, refused = 0;
  const Json vectors = ReadJson(*file);
  for (const Json& group : vectors.at("testGroups")) {
    const VerifierKey key("example.org/key", FromHex(group.at("publicKey").at("pk").get<std::string>()));
    for (const Json& probe : group.at("tests")) {
      const bool holds = key.Verify(FromHex(probe.at("msg").get<std::string>()),
                                    FromHex(probe.at("sig").get<std::string>()));
      EXPECT_EQ(holds, probe.at("result") == "valid") << probe;
      ++(holds ? held : refused);
    }
  }
  EXPECT_EQ(held, 88u);
  EXPECT_EQ(refused, 63u);
}

TEST(C2spCorpus, ItsNoteHolds) {
  const auto file = FindShared("vectors/c2sp/signed-note-example.json");
  if (!file) GTEST_SKIP() << "skipped: no corpus";
  const Json example = ReadJson(*file);
  const auto key = VerifierKey::Parse(example.at("vkey").get<std::string>());
  ASSERT_TRUE(key.ok()) << key.status().message();
  const auto note = ParseNote(example.at("text").get<std::string>() + "\n" +
                              example.at("signature_line").get<std::string>());
  ASSERT_TRUE(note.ok()) << note.status().message();
  EXPECT_TRUE(VerifyNote(*note, *key));
}

}  // namespace
}  // namespace muragat
