#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "muragat/base/progress.h"
#include "muragat/model/numbers.h"
#include "muragat/proof/checkpoint.h"
#include "muragat/store/database.h"
#include "muragat/store/log_head.h"

namespace muragat {

// Something in an archive that is not as it was written. The codes are stable: never change or reuse one.
//   V001 a stored block does not match its checksum
//   V002 a key, or an alias of a section, makes no sense
//   V003 an edition cannot be decoded
//   V004 an edition names a text that is not there
//   V005 a text cannot be rebuilt
//   V006 a capture is missing or damaged
//   V007 a reform is missing or damaged
//   V008 a commit is missing, damaged or out of order
//   V009 a document's id is missing or does not lead back to it
//   V010 a withdrawal names an edition that is not there
//   V011 a derived record is missing
//   V012 a commit brought more or fewer records than it says
//   V013 what a commit brought is not what its root was made of
//   V014 a stored node of the log, or over a commit's records, is missing or not theirs
//   V015 the checkpoint is missing, damaged or not signed by the archive's key
//   V016 commits that were acknowledged are gone
//   V017 the log is not the one that the checkpoint is of
//   V018 the log does not go on from an older checkpoint
// What V013 would say is not said of a commit that has another finding.
struct Finding {
  std::string code;
  std::string document;  // id, or empty
  std::optional<SectionNumber> section;
  std::optional<CommitNumber> commit;
  std::string message;  // one line
};

struct VerifyReport {
  uint64_t documents = 0;
  uint64_t editions = 0;  // removals and withdrawals among them
  uint64_t texts = 0;
  uint64_t text_bytes = 0;  // rebuilt and compared with their checksums
  uint64_t captures = 0;
  uint64_t reforms = 0;
  uint64_t commits = 0;
  uint64_t records = 0;  // whose hashes were compared with the root of their commit
  uint64_t findings = 0;
};

struct VerifyOptions {
  bool quick = false;  // reads every record, but rebuilds and hashes no text
  // Checkpoint and verifier key of an archive that keeps a log, read before its database was opened; null:
  // they are not looked at.
  const LogHead* head = nullptr;
  std::optional<TreeHead> against = std::nullopt;  // an older head that the log must go on from
};

// Reads everything that the database holds, rebuilds and hashes every text, compares the hashes with the log
// and calls `report` with each finding, in the order of the codes' records; goes on after each. Memory: about
// 100 bytes a text, a record and a document, with its title or id. Writes nothing. Errors: kCancelled, kIo:
// the check itself could not go on. Damage is no error of this function.
Result<VerifyReport> Verify(const Database& database, const VerifyOptions& options,
                            const std::function<void(const Finding&)>& report, ProgressSink& progress);

}  // namespace muragat
