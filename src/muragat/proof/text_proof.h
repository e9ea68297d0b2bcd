#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "muragat/base/status.h"
#include "muragat/codec/commit_record.h"
#include "muragat/proof/checkpoint.h"
#include "muragat/proof/edition_statement.h"
#include "muragat/proof/note_key.h"
#include "muragat/proof/section_line.h"
#include "muragat/proof/tree_path.h"

namespace muragat {

// A proof that a text stood in a document from a date on: the section's line lies in the edition, the edition
// in the commit, the commit in the log of a signed checkpoint. It holds no text, only its hash. A value.
struct TextProof {
  SectionLine section;
  TreePath section_path;  // in the tree of the edition's sections
  EditionStatement edition;
  uint64_t record = 0;    // the edition's place among the records of the commit
  TreePath edition_path;  // in the tree of the commit's records
  CommitRecord commit;
  TreePath commit_path;    // in the log
  std::string checkpoint;  // a signed note
};

// The proof as a file (doc/format.md). Its last part is a C2SP tlog-proof of the commit record.
std::string RenderProof(const TextProof& proof);

// Errors: kCorruption: it is no proof, or not what RenderProof would write. Nothing is verified here.
Result<TextProof> ParseProof(std::string_view bytes);

// The head of the log that the proof leads to, where every step holds and `key` signed the checkpoint. Pure:
// needs no archive. Errors: kInvalidArgument: it does not hold; the message says which step. Cost: a hash for
// each one of the paths, and one signature.
Result<TreeHead> VerifyProof(const TextProof& proof, const VerifierKey& key);

}  // namespace muragat
