// An import that is killed leaves whole commits, and the same command again finishes it.
#include <csignal>
#include <filesystem>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "tests/tools/child.h"
#include "tests/tools/sample.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

constexpr uint32_t kSeed = 1995083;
constexpr int kKills = 20;
constexpr int kStates = 7'300;  // of 10 to a day and reform: three commits, each twice the last, and a rest

// 7,300 states of 300 documents, a few of them removals.
std::string MakeStates() {
  std::mt19937 random(kSeed);
  std::string lines;
  for (int i = 0; i < kStates; ++i) {
    const int day = i / 10;
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    lines += "{\"document\":\"law/" + std::to_string(i * 7 % 300) + "\",\"date\":\"" +
             std::to_string(2000 + day / 336) + "-" + two(1 + day / 28 % 12) + "-" + two(1 + day % 28) +
             "\",\"reform\":\"Act " + std::to_string(day) + "\",\"body\":";
    if (i % 97 == 96) {
      lines += "null}\n";
      continue;
    }
    lines += "\"# Act\\n\\n";
    for (int section = 1; section <= 3; ++section) {
      lines += "## Article " + std::to_string(section) + "\\n\\n";
      for (int word = 0; word < 12; ++word) lines += "word" + std::to_string(random() % 50) + " ";
      lines += "\\n\\n";
    }
    lines += "\"}\n";
  }
  return lines;
}

// How many states each of the archive's commits has, in order.
std::vector<size_t> CountCommits(const std::string& log) {
  std::map<int, size_t> counts;
  for (const std::string& line : Lines(log)) {
    const std::string field = "\"commit\":";
    ++counts[std::stoi(line.substr(line.find(field) + field.size()))];
  }
  std::vector<size_t> sizes;
  for (const auto& [commit, count] : counts) sizes.push_back(count);
  return sizes;
}

uint64_t FolderBytes(const std::string& path) {
  uint64_t bytes = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code gone;
    const uint64_t size = fs::file_size(entry->path(), gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

class Killed : public testing::Test {
 protected:
  Killed() : states_(MakeStates()) {
    const Outcome outcome = whole_.Run({"import", whole_.Write("states.jsonl", states_)});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    whole_states_ = whole_.Run({"export", "--to", "jsonl"}).out;
    allowed_ = {0};
    for (const size_t size : CountCommits(whole_.Run({"log", "--json"}).out)) {
      allowed_.insert(*allowed_.rbegin() + size);
    }
    EXPECT_GE(allowed_.size(), 5u);
    EXPECT_EQ(*allowed_.rbegin(), static_cast<size_t>(kStates));
  }

  // What a killed import left is whole commits, and the same command finishes it.
  void Check(const Workbench& bench, const std::string& how) {
    const Outcome states = bench.Run({"export", "--to", "jsonl"});
    size_t count = 0;
    if (states.code != 3) {  // it may have been killed before there was an archive
      ASSERT_TRUE(states.code == 0 || (states.code == 1 && states.out.empty())) << how << states.err;
      count = Lines(states.out).size();
      const Outcome verified = bench.Run({"verify"});
      EXPECT_EQ(verified.code, 0) << how << verified.out << verified.err;
      EXPECT_EQ(states.out, whole_states_.substr(0, states.out.size())) << how;
    }
    EXPECT_TRUE(allowed_.contains(count)) << how << ": " << count << " states";
    const Outcome again = bench.Run({"import", bench.Write("states.jsonl", states_)});
    ASSERT_EQ(again.code, 0) << how << again.err;
    EXPECT_NE(again.out.find("committed " + std::to_string(kStates - count) + " states"), std::string::npos)
        << how;
    EXPECT_EQ(bench.Run({"export", "--to", "jsonl"}).out, whole_states_) << how;
    EXPECT_EQ(bench.Run({"verify"}).code, 0) << how;
    ++seen_[count];
  }

  const std::string states_;
  Workbench whole_;
  std::string whole_states_;
  std::set<size_t> allowed_;    // how many states some first commits have together
  std::map<size_t, int> seen_;  // how often a kill left so many
};

TEST_F(Killed, LeavesWholeCommitsAndTheSameCommandFinishes) {
  std::mt19937 random(kSeed);
  const uint64_t final_bytes = FolderBytes(whole_.Archive());
  for (int kill = 0; kill < kKills; ++kill) {
    const Workbench bench;
    std::string how = "seed " + std::to_string(kSeed) + ", kill " + std::to_string(kill);
    if (kill % 2 == 0) {  // once it was given so many bytes
      const size_t size = random() % states_.size();
      how += " after " + std::to_string(size) + " bytes";
      Child child(ProgramWords(bench, {"import", "-", "--format", "jsonl"}));
      ASSERT_TRUE(child.Write(std::string_view(states_).substr(0, size)));
      child.Signal(SIGKILL);
      EXPECT_EQ(child.Wait().code, -SIGKILL) << how;
    } else {  // once the archive is so large
      const uint64_t bytes = random() % final_bytes;
      how += " at " + std::to_string(bytes) + " bytes on disk";
      Child child(ProgramWords(bench, {"import", bench.Write("states.jsonl", states_)}));
      EXPECT_TRUE(WaitUntil([&] { return FolderBytes(bench.Archive()) >= bytes || !child.Running(); }));
      child.Signal(SIGKILL);
      child.Wait();
    }
    Check(bench, how);
  }
  EXPECT_GE(seen_.size(), 3u) << "the kills came all at the same place";
}

TEST_F(Killed, AnInterruptEndsItAtAStateAndKeepsWholeCommits) {
  const Workbench bench;
  Child child(ProgramWords(bench, {"import", "-", "--format", "jsonl"}));
  ASSERT_TRUE(child.Write(std::string_view(states_).substr(0, states_.size() / 2)));
  ASSERT_TRUE(WaitUntil([&] { return child.Unread() == 0; }));
  child.Signal(SIGINT);
  EXPECT_TRUE(WaitUntil([&] { return !child.Running(); }));
  const Outcome outcome = child.Wait();
  EXPECT_EQ(outcome.code, 130);
  EXPECT_EQ(outcome.err.substr(0, 20), "muragat: interrupted");
  Check(bench, "interrupted");
  EXPECT_FALSE(seen_.contains(0));
}

}  // namespace
}  // namespace muragat::tools
