#pragma once

#include <vector>

#include "tests/store/memory_archive.h"
#include "tests/support/replay_model.h"

namespace muragat {

// An archive in memory and the plain model of it, to which everything is told at once.
class ReplayedArchive {
 public:
  MemoryArchive& archive() { return archive_; }
  const support::ReplayModel& model() const { return model_; }

  // Records the states by a writer of its own, in as many commits as that likes. Fails the test where archive
  // and model do not agree on what is known.
  void Import(const std::vector<State>& states, const WriterOptions& options = {});
  // Withdraws what stands of the state's document, date and reform; false, with nothing done, where nothing
  // does.
  bool Withdraw(const State& state);

 private:
  MemoryArchive archive_;
  support::ReplayModel model_;
};

}  // namespace muragat
