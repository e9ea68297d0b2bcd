// proof := "muragat-proof 1" LF LF section path LF edition "index" SP number LF path LF commit LF
//          "c2sp.org/tlog-proof@v1" LF "index" SP number LF (base64 LF)* LF checkpoint
// path  := ("path" SP base64 LF)*
#include "muragat/proof/text_proof.h"

#include <optional>

#include "muragat/base/base64.h"
#include "muragat/proof/record_lines.h"
#include "muragat/proof/signed_note.h"
#include "muragat/proof/tree_hash.h"

namespace muragat {
namespace {

constexpr std::string_view kHead = "muragat-proof 1\n";
constexpr std::string_view kLogHead = "c2sp.org/tlog-proof@v1\n";
constexpr std::string_view kPath = "path ", kIndex = "index ";

void AppendPath(std::string& out, std::string_view key, const TreePath& path) {
  for (const Digest& hash : path) out.append(key).append(EncodeBase64(BytesOf(hash))).append("\n");
}

// The part of `rest` up to an empty line, which is taken away with it.
std::string_view TakePart(std::string_view& rest) {
  const size_t end = rest.find("\n\n");
  const std::string_view part = rest.substr(0, end == std::string_view::npos ? end : end + 1);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
  return part;
}

// The lines of `part` from the first one on that begins with `prefix`, taken away from its end.
std::string_view TakeTail(std::string_view& part, std::string_view prefix) {
  size_t begin = 0;
  while (begin < part.size() && !part.substr(begin).starts_with(prefix)) {
    const size_t end = part.find('\n', begin);
    begin = end == std::string_view::npos ? part.size() : end + 1;
  }
  const std::string_view tail = part.substr(begin);
  part = part.substr(0, begin);
  return tail;
}

// Lines that are each `key` and a hash; nothing where one is not.
std::optional<TreePath> ParsePath(std::string_view lines, std::string_view key) {
  TreePath path;
  while (!lines.empty()) {
    const size_t end = lines.find('\n');
    if (!lines.starts_with(key) || end == std::string_view::npos) return std::nullopt;
    const auto bytes = DecodeBase64(lines.substr(key.size(), end - key.size()));
    const auto hash = bytes ? ToDigest(*bytes) : std::nullopt;
    if (!hash) return std::nullopt;
    path.push_back(*hash);
    lines.remove_prefix(end + 1);
  }
  return path;
}

// The number of a line `index N` at the front, which is taken away.
std::optional<uint64_t> TakeIndex(std::string_view& lines) {
  const size_t end = lines.find('\n');
  if (!lines.starts_with(kIndex) || end == std::string_view::npos) return std::nullopt;
  const auto number = ParseDecimal(lines.substr(kIndex.size(), end - kIndex.size()));
  lines.remove_prefix(end + 1);
  return number;
}

}  // namespace

std::string RenderProof(const TextProof& proof) {
  std::string out(kHead);
  out.append("\n").append(EncodeSectionLine(proof.section));
  AppendPath(out, kPath, proof.section_path);
  out.append("\n").append(EncodeStatement(proof.edition));
  out.append(kIndex).append(std::to_string(proof.record)).append("\n");
  AppendPath(out, kPath, proof.edition_path);
  out.append("\n").append(EncodeCommit(proof.commit)).append("\n").append(kLogHead);
  out.append(kIndex).append(std::to_string(uint64_t{proof.commit.sequence.value} - 1)).append("\n");
  AppendPath(out, "", proof.commit_path);
  return out.append("\n").append(proof.checkpoint);
}

Result<TextProof> ParseProof(std::string_view bytes) {
  const Status no_proof = Status::Corruption("it is no proof that this program writes");
  std::string_view rest = bytes;
  if (TakePart(rest) != kHead) return no_proof;
  std::string_view section = TakePart(rest), edition = TakePart(rest);
  const std::string_view commit = TakePart(rest);
  std::string_view log = TakePart(rest);
  const auto section_path = ParsePath(TakeTail(section, kPath), kPath);
  std::string_view edition_tail = TakeTail(edition, kIndex);
  const auto record = TakeIndex(edition_tail);
  const auto edition_path = ParsePath(edition_tail, kPath);
  if (!log.starts_with(kLogHead)) return no_proof;
  log.remove_prefix(kLogHead.size());
  const auto index = TakeIndex(log);
  const auto commit_path = ParsePath(log, "");
  if (!section_path || !record || !edition_path || !index || !commit_path) return no_proof;
  TextProof proof;
  MURAGAT_ASSIGN_OR_RETURN(proof.section, DecodeSectionLine(section));
  MURAGAT_ASSIGN_OR_RETURN(proof.edition, DecodeStatement(edition));
  MURAGAT_ASSIGN_OR_RETURN(proof.commit, DecodeCommit(commit));
  proof.section_path = *section_path;
  proof.record = *record;
  proof.edition_path = *edition_path;
  proof.commit_path = *commit_path;
  proof.checkpoint = rest;
  if (RenderProof(proof) != bytes) return no_proof;
  return proof;
}

Result<TreeHead> VerifyProof(const TextProof& proof, const VerifierKey& key) {
  const auto refuse = [](std::string_view why) {
    return Status::InvalidArgument("the proof does not hold: " + std::string(why));
  };
  const auto note = ParseNote(proof.checkpoint);
  if (!note.ok() || RenderNote(*note) != proof.checkpoint) return refuse("its checkpoint is no signed note");
  if (!VerifyNote(*note, key)) return refuse("its checkpoint is not signed by " + key.Text());
  const auto head = ParseHead(note->text);
  if (!head.ok()) return refuse("what is signed is no checkpoint");
  const CommitRecord& commit = proof.commit;
  if (commit.sequence.value == 0 ||
      !VerifyInclusion(HashLeaf(EncodeCommit(commit)), uint64_t{commit.sequence.value} - 1, head->size,
                       proof.commit_path, head->root)) {
    return refuse("the commit does not lie in the log of the checkpoint");
  }
  if (!commit.root || proof.edition.removed || proof.record >= commit.records ||
      commit.reforms > UINT32_MAX || commit.links > UINT32_MAX ||
      !VerifyInclusion(HashLeaf(EncodeStatement(proof.edition)), proof.record,
                       commit.records + commit.reforms + commit.links, proof.edition_path, *commit.root)) {
    return refuse("the edition does not lie in the commit");
  }
  if (!VerifyInclusion(HashLeaf(EncodeSectionLine(proof.section)), proof.section.place,
                       proof.edition.sections, proof.section_path, proof.edition.root)) {
    return refuse("the section does not lie in the edition");
  }
  return *head;
}

}  // namespace muragat
