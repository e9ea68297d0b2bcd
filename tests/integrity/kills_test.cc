// The program is killed at any moment of an import, a compaction, a backup, or while the index is made anew:
// nothing that was acknowledged is lost, and nothing is there by halves.
#include <csignal>
#include <filesystem>
#include <memory>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "muragat/store/archive.h"
#include "tests/integrity/campaign.h"
#include "tests/integrity/workload.h"
#include "tests/support/scratch_folder.h"
#include "tests/tools/child.h"

namespace muragat::integrity {
namespace {

using tools::Child;
using tools::Outcome;
using tools::Words;
using tools::Workbench;

constexpr int kKillsALife = 25;  // then a new archive begins
constexpr int kStatesAnImport = 3;

// One archive that is worked on, and what was acknowledged of that.
class Life {
 public:
  explicit Life(std::mt19937_64& random) : random_(random) {}

  // Runs a command and kills it after so many looks at it; whether it was killed before it ended.
  bool Step(uint64_t looks, std::string& complaint) {
    const std::string verb = Pick();
    const Words words = WordsOf(verb);
    Child child(ProgramWords(bench_, words));
    tools::WaitUntil([&] { return looks-- == 0 || !child.Running(); });
    child.Signal(SIGKILL);
    const Outcome outcome = child.Wait();
    const bool killed = outcome.code == -SIGKILL;
    if (outcome.code == 0) {
      if (verb == "import") imported_.insert(imports_);
      if (verb == "backup") copied_ = imported_;
    } else if (!killed) {
      complaint = verb + " ended with " + std::to_string(outcome.code) + ": " + outcome.err;
      return killed;
    }
    complaint = Complain(bench_.Archive(), imported_);
    if (complaint.empty() && std::filesystem::exists(bench_.Path("copy")))
      complaint = Complain(bench_.Path("copy"), copied_);
    if (!complaint.empty()) complaint = "after " + verb + ": " + complaint;
    return killed;
  }

  // For the campaign's own test: forgets to write what it acknowledges.
  void PretendToHaveImported() { imported_.insert(++imports_); }

 private:
  std::string Pick() const {
    if (imported_.empty()) return "import";
    const auto one_of_eight = random_() % 8;
    return one_of_eight < 5    ? "import"
           : one_of_eight == 5 ? "compact"
           : one_of_eight == 6 ? "backup"
                               : "reindex";
  }
  Words WordsOf(const std::string& verb) {
    if (verb == "backup") return {verb, bench_.Path("copy")};
    if (verb != "import") return {verb};
    std::string states;
    ++imports_;
    for (int i = 0; i < kStatesAnImport; ++i) {
      states += "{\"document\":\"" + IdOf(imports_, i) + "\",\"date\":\"" + std::to_string(2000 + i) +
                "\",\"body\":\"# Law\\n\\nText " + std::to_string(random_()) + ".\\n\"}\n";
    }
    return {verb, bench_.Write("states.jsonl", states)};
  }
  static std::string IdOf(int number, int state) {
    return "law/" + std::to_string(number) + "-" + std::to_string(state);
  }
  // Every import that was acknowledged is there, each whole, and everything verifies.
  std::string Complain(const std::string& place, const std::set<int>& acknowledged) const {
    const Sight sight = LookAt(place);
    if (!sight.status.ok()) return "it cannot be opened: " + sight.status.message();
    if (!sight.codes.empty()) return "verify finds " + sight.codes.front();
    if (!sight.is_there) return acknowledged.empty() ? "" : "there is no archive";
    const auto archive = Archive::Open(place, Archive::Access::kRead);
    for (int number = 1; number <= imports_; ++number) {
      int found = 0;
      for (int i = 0; i < kStatesAnImport; ++i)
        found += (*archive)->reader().FindDocument(IdOf(number, i)).value() ? 1 : 0;
      if (found != 0 && found != kStatesAnImport)
        return "half of import " + std::to_string(number) + " is there";
      if (found == 0 && acknowledged.contains(number)) return "import " + std::to_string(number) + " is lost";
    }
    return "";
  }

  std::mt19937_64& random_;
  const Workbench bench_;
  int imports_ = 0;
  std::set<int> imported_, copied_;
};

// A kill loses nothing that was written, synced or not, so the archives may lie in memory.
class Kills : public testing::Test {
 protected:
  static void SetUpTestSuite() { support::WorkInMemory(); }
};

TEST_F(Kills, LoseNothingThatWasAcknowledged) {
  const uint64_t kills = CountFrom("MURAGAT_KILLS", 500), seed = Seed(1'995'083);
  std::mt19937_64 random(seed);
  uint64_t killed = 0, ended = 0;
  std::unique_ptr<Life> life;
  uint64_t most_looks = 30;  // about as many as a command takes: found by trying
  while (killed < kills) {
    if ((killed + ended) % kKillsALife == 0) life = std::make_unique<Life>(random);
    std::string complaint;
    const bool was_killed = life->Step(random() % most_looks, complaint);
    ++(was_killed ? killed : ended);
    ASSERT_EQ(complaint, "") << "seed " << seed << ", kill " << killed;
    // Of three commands one ends before its kill.
    if (was_killed && most_looks < 2'000) most_looks += 1;
    if (!was_killed && most_looks > 4) most_looks -= 2;
  }
  Report("kills: " + std::to_string(killed) + " commands were killed and " + std::to_string(ended) +
         " ended before, seed " + std::to_string(seed));
}

// Planted: an import that says so and did nothing.
TEST_F(Kills, WouldNoticeAnImportThatIsLost) {
  std::mt19937_64 random(1);
  Life life(random);
  std::string complaint;
  life.Step(100'000, complaint);
  EXPECT_EQ(complaint, "");
  life.PretendToHaveImported();
  life.Step(100'000, complaint);
  EXPECT_NE(complaint.find("is lost"), std::string::npos) << complaint;
}

}  // namespace
}  // namespace muragat::integrity
