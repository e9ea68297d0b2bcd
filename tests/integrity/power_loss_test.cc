// The power goes at any moment: nothing that was acknowledged is lost, and nothing is there by halves.
#include <algorithm>
#include <memory>

#include <gtest/gtest.h>

#include "muragat/store/archive.h"
#include "tests/integrity/campaign.h"
#include "tests/integrity/crash_states.h"
#include "tests/integrity/workload.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/still_clock.h"

namespace muragat::integrity {
namespace {

constexpr uint64_t kShards = 4;

// The workload's life on a file system that was watched.
class PowerLoss : public testing::Test {
 protected:
  PowerLoss() {
    const auto system = std::make_shared<WatchedFileSystem>();
    const auto env = NewEnv(system);
    const Status status =
        workload_.Run(Root(), env.get(), [&](uint64_t) { acknowledged_at_.push_back(system->operations()); });
    EXPECT_TRUE(status.ok()) << status.message();
    operations_ = system->Operations();
  }
  std::string Root() const { return folder_.Path("archive"); }

  // How many commits were acknowledged when so many operations had been.
  uint64_t AcknowledgedAfter(size_t operations) const {
    return static_cast<uint64_t>(
        std::upper_bound(acknowledged_at_.begin(), acknowledged_at_.end(), operations) -
        acknowledged_at_.begin());
  }

  // Leaves one state after another, and returns how many gave a complaint; the first is in `complaint`.
  uint64_t CountComplaints(const CrashStates& states, uint64_t count, uint64_t seed, std::string& complaint) {
    std::mt19937_64 random(seed);
    const std::string place = folder_.Path("left");
    uint64_t complaints = 0;
    for (uint64_t i = 0; i < count; ++i) {
      const size_t after = random() % (operations_.size() + 1);
      states.WriteAfter(after, random, Root(), place);
      std::string found = Complaint(workload_, ReopenAndLook(place), AcknowledgedAfter(after));
      if (found.empty() && !LookAt(place).is_there) {
        const Status made = Archive::Create(place, "", clock_).status();
        if (!made.ok()) found = "it is no archive, and cannot be made one: " + made.message();
      }
      if (found.empty()) continue;
      if (complaints++ == 0) {
        complaint = "seed " + std::to_string(seed) + ", state " + std::to_string(i) + " after " +
                    std::to_string(after) + " of " + std::to_string(operations_.size()) +
                    " operations: " + found;
      }
    }
    return complaints;
  }

  const Workload workload_;
  const support::ScratchFolder folder_{support::ScratchFolder::Where::kMemory};
  const support::StillClock clock_{};
  std::vector<FileOperation> operations_;
  std::vector<size_t> acknowledged_at_;
};

class PowerLossAt : public PowerLoss, public testing::WithParamInterface<uint64_t> {};

TEST_P(PowerLossAt, LosesNothingThatWasAcknowledged) {
  const uint64_t count = CountFrom("MURAGAT_CRASH_STATES", 5'000) / kShards;
  const uint64_t seed = Seed(20'261'125) + GetParam();
  std::string complaint;
  EXPECT_EQ(CountComplaints(CrashStates(operations_), count, seed, complaint), 0u) << complaint;
  Report("power loss: " + std::to_string(count) + " states of " + std::to_string(operations_.size()) +
         " operations and " + std::to_string(workload_.commits()) + " commits, seed " + std::to_string(seed));
}

INSTANTIATE_TEST_SUITE_P(Campaign, PowerLossAt, testing::Range(uint64_t{0}, kShards));

// A state in some thousands had a CURRENT that named a manifest of which the name was not on the disk yet.
TEST_F(PowerLoss, FindsNoCurrentThatNamesAManifestWhichIsNotDurable) {
  int renamed = 0;
  bool is_durable = true;
  for (const FileOperation& done : operations_) {
    if (done.kind == FileOperation::Kind::kCreate && done.path.find("/MANIFEST-") != std::string::npos)
      is_durable = false;
    if (done.kind == FileOperation::Kind::kSyncFolder && done.path.ends_with("/db")) is_durable = true;
    if (done.kind != FileOperation::Kind::kRename || !done.to.ends_with("/CURRENT")) continue;
    EXPECT_TRUE(is_durable) << done.to << ", made " << renamed << " times before";
    ++renamed;
  }
  EXPECT_GE(renamed, 4) << "one an opening";
}

// Planted: a program that does not wait for the disk.
TEST_F(PowerLoss, FindsAWriterThatDoesNotSync) {
  auto operations = operations_;
  for (FileOperation& done : operations) {
    if (done.kind == FileOperation::Kind::kSync) done = {.kind = FileOperation::Kind::kMakeFolder};
  }
  std::string complaint;
  EXPECT_GT(CountComplaints(CrashStates(std::move(operations)), 60, 1, complaint), 0u);
}

// Planted: a checkpoint that is written in place, without a second file and a sync.
TEST_F(PowerLoss, FindsACheckpointThatIsNotDurable) {
  std::vector<uint64_t> checkpoints;
  for (const FileOperation& done : operations_) {
    if (done.kind == FileOperation::Kind::kCreate && done.path.ends_with("/checkpoint.new"))
      checkpoints.push_back(done.file);
  }
  ASSERT_FALSE(checkpoints.empty());
  auto operations = operations_;
  for (FileOperation& done : operations) {
    if (done.kind == FileOperation::Kind::kSync &&
        std::count(checkpoints.begin(), checkpoints.end(), done.file))
      done = {.kind = FileOperation::Kind::kMakeFolder};
  }
  std::string complaint;
  EXPECT_GT(CountComplaints(CrashStates(std::move(operations)), 100, 1, complaint), 0u);
}

}  // namespace
}  // namespace muragat::integrity
