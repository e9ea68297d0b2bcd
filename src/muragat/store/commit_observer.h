#pragma once

#include <string_view>

#include "muragat/base/status.h"
#include "muragat/codec/keys.h"
#include "muragat/model/numbers.h"
#include "muragat/store/database.h"

namespace muragat {

// Is told what a Writer records, and may write what it derives from that into the same commit. What it was
// told since a mark may be dropped again (a state that could not be recorded). Thread-safety: the Writer's
// thread.
class CommitObserver {
 public:
  virtual ~CommitObserver() = default;

  // A section got a text that it never had. `earlier`: its text of the ordinal before, of which this or an
  // earlier observer was told; empty where there is none. Both are good until the call ends.
  virtual void OnText(const RevisionKey& key, std::string_view text, std::string_view earlier) = 0;

  // An edition with text in this language (BCP 47) is recorded.
  virtual void OnLanguage(std::string_view language) = 0;

  // A state is about to be recorded; and what was told since is dropped.
  virtual void Mark() = 0;
  virtual void DropMarked() = 0;

  // Everything told since the last call is about to be committed with `batch`. Errors: fail the commit.
  virtual Status OnCommit(CommitNumber commit, Database::Batch& batch) = 0;
};

}  // namespace muragat
