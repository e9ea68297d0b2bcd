// The disk fails at any one request, or is full from there on: a failure is reported, and what was
// acknowledged is there afterwards.
#include <memory>

#include <gtest/gtest.h>

#include "muragat/store/archive.h"
#include "tests/integrity/campaign.h"
#include "tests/integrity/watched_file_system.h"
#include "tests/integrity/workload.h"
#include "tests/support/scratch_folder.h"
#include "tests/support/still_clock.h"

namespace muragat::integrity {
namespace {

using Failure = WatchedFileSystem::Failure;

constexpr uint64_t kShards = 4;
constexpr int kOpenings = 2;

// What the workload came to.
struct Life {
  Status status;
  uint64_t acknowledged = 0;
  uint64_t requests = 0;
  std::string request;  // that failed
};

Life Live(const Workload& workload, const std::string& path, uint64_t request, Failure failure) {
  const auto system = std::make_shared<WatchedFileSystem>();
  const auto env = NewEnv(system);
  system->FailAt(request, failure);
  Life life;
  life.status = workload.Run(path, env.get(), [&](uint64_t commit) { life.acknowledged = commit; });
  life.requests = system->requests();
  life.request = system->failed_request();
  return life;
}

struct Shard {
  const char* name;
  Failure failure;
  uint64_t number;
};

class FailingOperation : public testing::TestWithParam<Shard> {
 protected:
  const Workload workload_{kOpenings};
  const support::StillClock clock_{};
};

TEST_P(FailingOperation, LeavesWhatWasAcknowledged) {
  const uint64_t requests = [&] {
    const support::ScratchFolder folder(support::ScratchFolder::Where::kMemory);
    return Live(workload_, folder.Path("archive"), 0, Failure::kNone).requests;
  }();
  ASSERT_GT(requests, 100u);
  uint64_t tried = 0, reported = 0;
  for (uint64_t request = GetParam().number; request < requests; request += kShards) {
    const support::ScratchFolder folder(support::ScratchFolder::Where::kMemory);
    const std::string path = folder.Path("archive");
    const Life life = Live(workload_, path, request, GetParam().failure);
    const std::string where = "request " + std::to_string(request) + " of " + std::to_string(requests);
    ++tried;
    if (!life.status.ok()) ++reported;
    if (life.status.ok()) {
      EXPECT_EQ(life.acknowledged, workload_.commits()) << where;
    } else {
      EXPECT_NE(life.status.message(), "") << where;
      EXPECT_EQ(life.status.message().find('\n'), std::string::npos) << where;
    }
    std::string complaint = Complaint(workload_, ReopenAndLook(path), life.acknowledged);
    if (complaint.empty() && !LookAt(path).is_there) {
      const Status made = Archive::Create(path, "", clock_).status();
      if (!made.ok()) complaint = "it cannot be made after that: " + made.message();
    }
    EXPECT_EQ(complaint, "") << where << " (" << life.request << "), which said: " << life.status.message();
    if (HasFailure()) break;
  }
  EXPECT_GT(reported, tried / 4) << "hardly any failure was noticed";
  Report(std::string("failing operation, ") + GetParam().name + ": " + std::to_string(tried) + " of " +
         std::to_string(requests) + " requests, " + std::to_string(reported) + " reported");
}

std::vector<Shard> AllShards() {
  std::vector<Shard> shards;
  for (uint64_t number = 0; number < kShards; ++number) {
    shards.push_back({"error", Failure::kOnce, number});
    shards.push_back({"short", Failure::kShort, number});
    shards.push_back({"full", Failure::kFromThereOn, number});
  }
  return shards;
}

INSTANTIATE_TEST_SUITE_P(Campaign, FailingOperation, testing::ValuesIn(AllShards()), [](const auto& shard) {
  return std::string(shard.param.name) + std::to_string(shard.param.number);
});

// Planted: a program that says a commit was acknowledged before it is.
TEST(FailingOperationItself, FindsAnEarlyAcknowledgement) {
  const Workload workload(kOpenings);
  uint64_t complaints = 0;
  for (uint64_t request = 50; request < 350; request += 10) {
    const support::ScratchFolder folder(support::ScratchFolder::Where::kMemory);
    const std::string path = folder.Path("archive");
    const Life life = Live(workload, path, request, Failure::kFromThereOn);
    if (life.status.ok()) continue;
    if (!Complaint(workload, LookAt(path), life.acknowledged + 1).empty()) ++complaints;
  }
  EXPECT_GT(complaints, 0u);
}

}  // namespace
}  // namespace muragat::integrity
