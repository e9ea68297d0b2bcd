#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "muragat/model/state.h"
#include "muragat/search/word_index.h"
#include "muragat/store/archive.h"
#include "tools/context.h"

namespace muragat::tools {

// Where a state comes from, for a dry run.
struct StateOrigin {
  std::string_view input;   // the file
  std::string_view place;   // in it, where it holds many states
  std::string_view format;  // as --format names it
};

// One run of `import`: opens the archive when the first usable state comes, so that a run without one leaves
// nothing behind, and counts what happened to each document.
class ImportSession {
 public:
  struct Options {
    std::string author;
    std::string message;
    bool again = false;
    bool index = true;     // keeps the index of words whole
    bool dry_run = false;  // works on the archive as it is, or on an empty one in memory, and commits nothing
  };
  ImportSession(Context& context, Options options);
  ~ImportSession();

  // Records a state; a dry run says in a line what it is and would change. Errors: as Archive::Open and
  // Writer::Add.
  Status Add(const State& state, const StateOrigin& origin);
  // Commits what is pending and prints the lines of the documents and the last line. Errors: as
  // Writer::Commit.
  Status Finish();

  uint64_t states() const { return states_; }  // usable ones, also those that were known

 private:
  struct Tally {
    std::string document;
    uint64_t states = 0, known = 0, removals = 0;
    uint64_t added = 0, changed = 0, removed = 0, moved = 0;
  };
  // Whether an archive that is yet to be made would take `state`. Errors: as Writer::Add.
  Status TryFirst(const State& state);
  Status Open();
  void PrintTallies();
  void PrintTally(const Tally& tally);
  void PrintState(const State& state, const StateOrigin& origin, const AddOutcome& outcome);

  Context& context_;
  Options options_;
  std::unique_ptr<Archive> archive_;
  std::unique_ptr<Database> scratch_;  // dry run without an archive
  std::unique_ptr<WordIndexWriter> index_;
  std::unique_ptr<Writer> writer_;
  uint64_t states_ = 0;
  uint64_t recorded_ = 0;
  uint64_t documents_ = 0;          // that got a state
  std::vector<bool> touched_;       // by document number: whether it is among them
  std::deque<Tally> tallies_;       // in the order in which the documents came
  std::vector<uint32_t> tally_of_;  // by document number: its place in `tallies_` plus 1, or 0
};

}  // namespace muragat::tools
