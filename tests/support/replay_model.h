#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "muragat/model/numbers.h"
#include "muragat/model/state.h"

namespace muragat::support {

// The two clocks as plainly as they can be written: everything that was ever recorded stays in a list, and a
// question looks through all of it. What the archive answers must be equal.
class ReplayModel {
 public:
  // A new import begins: whatever was recorded before is known to it.
  void BeginRun() { run_ += 1; }

  // Records a state that commit `commit` brings; returns false where it is known and adds nothing.
  bool Add(const State& state, CommitNumber commit);

  // Withdraws what stands of exactly this document, date and reform; returns false where nothing does.
  bool Withdraw(const DocumentId& document, const ValidDate& valid, const std::string& reform,
                CommitNumber commit);

  // The text of `document` at `at` as the archive knew it after `known_at`; nothing where there was none.
  std::optional<std::string> Ask(const std::string& document, Instant at,
                                 CommitNumber known_at = {UINT32_MAX}) const;

  const std::vector<std::string>& documents() const { return documents_; }

 private:
  struct Record {
    ValidDate valid;
    CommitNumber commit;
    int run = 0;
    std::string reform;
    std::optional<std::string> text;
    std::optional<CommitNumber> withdrawn;
  };
  // The last record of the date and reform that stands, or null.
  Record* FindStanding(const DocumentId& document, const ValidDate& valid, const std::string& reform);

  int run_ = 0;
  std::vector<std::string> documents_;
  std::map<std::string, std::vector<Record>> records_;  // of each document, in the order of recording
};

}  // namespace muragat::support
