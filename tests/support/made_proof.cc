#include "tests/support/made_proof.h"

#include <string>
#include <vector>

#include "muragat/proof/signed_note.h"
#include "muragat/proof/tree_hash.h"

namespace muragat::support {
namespace {

// Leaves that differ, but for `leaf` at `place`.
std::vector<Digest> Leaves(uint64_t count, uint64_t place, std::string_view leaf) {
  std::vector<Digest> leaves;
  for (uint64_t i = 0; i < count; ++i) leaves.push_back(HashLeaf("entry " + std::to_string(i)));
  leaves[place] = HashLeaf(leaf);
  return leaves;
}

}  // namespace

TextProof MakeProof(uint64_t leaves, uint64_t place, const SigningKey& key) {
  TextProof proof;
  proof.section = {.place = place,
                   .depth_levels = 1,
                   .lineage = {7},
                   .number = "50",
                   .title = "Senate",
                   .teaser = false,
                   .text = DigestOf({"It has 47 deputies.\n"}),
                   .text_bytes = 20};
  const auto lines = Leaves(leaves, place, EncodeSectionLine(proof.section));
  proof.section_path = ReadInclusionPath(NodesOf(lines), place, leaves).value();
  proof.edition.document = "kz/parliament";
  proof.edition.title = "Parliament";
  proof.edition.language = "en";
  proof.edition.valid = ParseDate("2022-06-08").value();
  proof.edition.reform = "Referendum";
  proof.edition.sections = leaves;
  proof.edition.root = RootOf(lines);
  proof.record = place;
  const auto records = Leaves(leaves, place, EncodeStatement(proof.edition));
  proof.edition_path = ReadInclusionPath(NodesOf(records), place, leaves).value();
  proof.commit.sequence = {static_cast<uint32_t>(place + 1)};
  proof.commit.program = "muragat 0.1.0";
  proof.commit.records = leaves;
  proof.commit.root = RootOf(records);
  const auto log = Leaves(leaves, place, EncodeCommit(proof.commit));
  proof.commit_path = ReadInclusionPath(NodesOf(log), place, leaves).value();
  SignedNote note{.text = RenderHead({"example.org/log", leaves, RootOf(log)}), .signatures = {}};
  if (SignNote(note, key).ok()) proof.checkpoint = RenderNote(note);
  return proof;
}

}  // namespace muragat::support
