#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "muragat/base/progress.h"
#include "muragat/base/status.h"
#include "muragat/store/archive.h"

namespace muragat {

struct BackupReport {
  uint64_t commits_before = 0;  // that the copy had
  uint64_t commits = 0;         // that it has now
  uint64_t records = 0;         // that were written
  uint64_t bytes = 0;           // of these, keys and values
};

// Makes the directory `target` hold what `source` holds: a copy is an archive itself, of the same log, with
// the same checkpoint and verifier key (the private key is nowhere in either). Where `target` is missing or
// empty, a whole copy is made beside it and put in its place at the end; where it is an earlier copy, only
// records that are new or different are written, in one step. `source` may be written to meanwhile by
// somebody else: copied is the state, of whole commits, in which it was opened.
// Errors: kConflict: `target` holds something else, another archive, or commits that `source` does not have
//         (nothing was changed);
//         kBusy: somebody is writing to `target`; kCancelled; kCorruption, kIo: `target` is as it was, or, of
//         an earlier copy, may have lost its index of words, which `reindex` makes anew.
// Cost: one pass over the records of both. Memory: of a first copy some tens of MiB; else what is new.
Result<BackupReport> BackUp(const Archive& source, const std::string& target, ProgressSink& progress);

// Whether BackUp would do it: how many commits the copy in `target` has; nothing where there is none yet.
// Changes nothing. Errors: kConflict as BackUp's; kCorruption, kIo.
Result<std::optional<uint64_t>> CheckBackUp(const Archive& source, const std::string& target);

}  // namespace muragat
