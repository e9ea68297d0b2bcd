#include "muragat/proof/text_proof.h"

#include <gtest/gtest.h>

#include "muragat/proof/signed_note.h"
#include "muragat/proof/tree_hash.h"
#include "tests/support/damage.h"
#include "tests/support/made_proof.h"

namespace muragat {
namespace {

// A log of three commits, whose second one brought five records, of which the third is an edition of four
// sections.
class TextProofs : public testing::Test {
 protected:
  void SetUp() override {
    std::vector<Digest> lines, records;
    for (uint64_t place = 0; place < 4; ++place) {
      const SectionLine line{.place = place,
                             .depth_levels = 0,
                             .lineage = {static_cast<uint32_t>(place + 1)},
                             .number = "",
                             .title = "Senate",
                             .teaser = false,
                             .text = DigestOf({std::to_string(place)}),
                             .text_bytes = 1};
      lines.push_back(HashLeaf(EncodeSectionLine(line)));
      if (place == 1) proof_.section = line;
    }
    proof_.section_path = ReadInclusionPath(NodesOf(lines), 1, 4).value();
    proof_.edition.document = "kz/parliament";
    proof_.edition.valid = ParseDate("2022-06-08").value();
    proof_.edition.sections = 4;
    proof_.edition.root = RootOf(lines);
    for (int i = 0; i < 5; ++i) records.push_back(HashLeaf("record " + std::to_string(i)));
    records[2] = HashLeaf(EncodeStatement(proof_.edition));
    proof_.record = 2;
    proof_.edition_path = ReadInclusionPath(NodesOf(records), 2, 5).value();
    proof_.commit = {
        .sequence = {2}, .recorded = {}, .author = "", .program = "", .message = "", .records = 3};
    proof_.commit.root = RootOf(records);
    proof_.commit.reforms = proof_.commit.links = 1;
    std::vector<Digest> log = {HashLeaf("1"), HashLeaf(EncodeCommit(proof_.commit)), HashLeaf("3")};
    proof_.commit_path = ReadInclusionPath(NodesOf(log), 1, 3).value();
    SignedNote note{.text = RenderHead({"example.org/log", 3, RootOf(log)}), .signatures = {}};
    ASSERT_TRUE(SignNote(note, key_).ok());
    proof_.checkpoint = RenderNote(note);
  }

  bool Holds(std::string_view bytes) const {
    const auto proof = ParseProof(bytes);
    return proof.ok() && VerifyProof(*proof, key_.verifier()).ok();
  }
  std::string Refusal(const TextProof& proof) const {
    return VerifyProof(proof, key_.verifier()).status().message();
  }

  SigningKey key_ = SigningKey::Generate("example.org/log").value();
  TextProof proof_;
};

TEST_F(TextProofs, Holds) {
  const std::string bytes = RenderProof(proof_);
  EXPECT_TRUE(Holds(bytes));
  EXPECT_EQ(VerifyProof(ParseProof(bytes).value(), key_.verifier())->size, 3u);
  EXPECT_EQ(RenderProof(ParseProof(bytes).value()), bytes);
  EXPECT_LT(bytes.size(), 2048u);
}

TEST_F(TextProofs, IsOfAnotherKeyRefused) {
  const SigningKey other = SigningKey::Generate("example.org/log").value();
  EXPECT_EQ(VerifyProof(proof_, other.verifier()).status().code(), StatusCode::kInvalidArgument);
}

TEST_F(TextProofs, SaysWhichStepDoesNotHold) {
  TextProof changed = proof_;
  changed.section.title = "Majilis";
  EXPECT_NE(Refusal(changed).find("section"), std::string::npos);
  changed = proof_;
  changed.edition.document = "kz/other";
  EXPECT_NE(Refusal(changed).find("the edition"), std::string::npos);
  changed = proof_;
  changed.record = 3;
  EXPECT_NE(Refusal(changed).find("the edition"), std::string::npos);
  changed = proof_;
  changed.commit.author = "A";
  EXPECT_NE(Refusal(changed).find("the commit"), std::string::npos);
  changed = proof_;
  changed.commit_path.pop_back();
  EXPECT_NE(Refusal(changed).find("the commit"), std::string::npos);
  changed = proof_;
  changed.checkpoint[0] = 'f';
  EXPECT_NE(Refusal(changed).find("signed"), std::string::npos);
}

// Leaves of reforms and links are hashed in the same way as editions: none may pass for one.
TEST_F(TextProofs, IsRefusedBeyondTheEditionsOfItsCommit) {
  TextProof changed = proof_;
  changed.commit.records = 2;
  changed.commit.reforms = 2;
  EXPECT_FALSE(VerifyProof(changed, key_.verifier()).ok());
}

TEST_F(TextProofs, NoCutAndNoFlippedBitHolds) {
  const std::string bytes = RenderProof(proof_);
  size_t tried = 0;
  support::ForEachDamage(bytes, [&](std::string_view damaged) {
    EXPECT_FALSE(Holds(damaged)) << damaged;
    ++tried;
  });
  EXPECT_EQ(tried, bytes.size() * 9);
  EXPECT_FALSE(Holds(bytes + "\n"));
  EXPECT_FALSE(Holds("\n" + bytes));
}

// The three trees of one proof have each size up to 64. All bits are flipped for the first and the last size,
// one of each byte for those between; tests/tools/second_verifier_test.cc can do all of all sizes.
TEST(TextProofsOfTrees, OfAnySizeNoFlippedBitHolds) {
  const SigningKey key = SigningKey::Generate("example.org/log").value();
  for (uint64_t leaves = 1; leaves <= 64; ++leaves) {
    std::string bytes = RenderProof(support::MakeProof(leaves, leaves * 2 / 3, key));
    const auto holds = [&] {
      const auto proof = ParseProof(bytes);
      return proof.ok() && VerifyProof(*proof, key.verifier()).ok();
    };
    ASSERT_TRUE(holds()) << leaves;
    const bool all = leaves == 1 || leaves == 64;
    for (size_t bit = all ? 0 : leaves % 8; bit < bytes.size() * 8; bit += all ? 1 : 8) {
      char& byte = bytes[bit / 8];
      byte = static_cast<char>(byte ^ (1 << bit % 8));
      EXPECT_FALSE(holds()) << leaves << " leaves, bit " << bit;
      byte = static_cast<char>(byte ^ (1 << bit % 8));
    }
  }
}

TEST(TextProofsOfTrees, HoldAtEveryPlaceOfEverySize) {
  const SigningKey key = SigningKey::Generate("example.org/log").value();
  for (uint64_t leaves = 1; leaves <= 64; ++leaves) {
    for (uint64_t place = 0; place < leaves; ++place) {
      TextProof proof = support::MakeProof(leaves, place, key);
      ASSERT_TRUE(VerifyProof(proof, key.verifier()).ok()) << leaves << ", " << place;
      proof.record = (place + 1) % leaves;
      ASSERT_EQ(VerifyProof(proof, key.verifier()).ok(), leaves == 1) << leaves << ", " << place;
    }
  }
}

}  // namespace
}  // namespace muragat
