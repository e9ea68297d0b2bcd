#include "tests/store/replayed_archive.h"

#include <gtest/gtest.h>

namespace muragat {

void ReplayedArchive::Import(const std::vector<State>& states, const WriterOptions& options) {
  Writer writer(archive_.database(), archive_.clock(), options);
  model_.BeginRun();
  for (const State& state : states) {
    const auto outcome = writer.Add(state);
    ASSERT_TRUE(outcome.ok()) << outcome.status().message();
    const CommitNumber commit{writer.reader().LastCommit()->value + 1};
    ASSERT_EQ(model_.Add(state, commit), !outcome->known)
        << state.document.text() << " " << FormatDate(state.valid);
  }
  const auto commit = writer.Commit();
  ASSERT_TRUE(commit.ok()) << commit.status().message();
  archive_.clock().Advance(3600);
}

bool ReplayedArchive::Withdraw(const State& state) {
  Writer writer(archive_.database(), archive_.clock(), {});
  const Status status = writer.Withdraw(state.document, state.valid, state.reform, "found to be wrong");
  const CommitNumber commit{writer.reader().LastCommit()->value + 1};
  const bool done = model_.Withdraw(state.document, state.valid, state.reform, commit);
  EXPECT_EQ(status.ok(), done) << status.message();
  EXPECT_TRUE(done || status.code() == StatusCode::kNotFound) << status.message();
  EXPECT_TRUE(writer.Commit().ok());
  return done;
}

}  // namespace muragat
