// Every bit of every file of an archive flipped, and every file cut, emptied, zeroed, deleted, taken for
// another or put back to an older copy: it is found, or nothing that the archive says has changed.
#include <algorithm>
#include <filesystem>
#include <map>

#include <gtest/gtest.h>

#include "tests/integrity/apart.h"
#include "tests/integrity/campaign.h"
#include "tests/integrity/small_archive.h"
#include "tests/integrity/workload.h"
#include "tests/support/scratch_folder.h"

namespace muragat::integrity {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kShards = 4;

std::string Complain(const Sight& sight) {
  if (!sight.status.ok()) return sight.status.message();
  return sight.codes.empty() ? "" : sight.codes.front();
}

// The files of an archive with other bytes; none: it is gone.
using Damage = std::map<std::string, std::optional<std::string>>;

class DamageCampaign : public testing::Test {
 protected:
  DamageCampaign() : folder_(support::ScratchFolder::Where::kMemory) {
    MakeSmallArchive(Place());
    files_ = support::ReadTree(Place());
    std::erase_if(files_, [](const auto& file) { return file.first.ends_with('/'); });
    whole_ = LookAt(Place());
    EXPECT_EQ(Complain(whole_), "");
  }
  std::string Place() const { return folder_.Path("archive"); }

  // What a look at the archive says now, against what it said when it was whole: it was found to be damaged,
  // says the same, or is silent about having changed.
  char Look() const {
    const Sight sight = LookAt(Place());
    if (!sight.is_there || !Complain(sight).empty()) return 'f';
    return sight.commits == whole_.commits && sight.root == whole_.root ? '=' : 's';
  }
  void Write(const std::string& name, const std::optional<std::string>& bytes) const {
    bytes ? support::WriteFile(Place() + "/" + name, *bytes) : void(fs::remove(Place() + "/" + name));
  }
  // Does one damage after the other, repairs each, and expects that none is silent.
  void Try(size_t count, const std::function<Damage(size_t)>& damage_of) {
    const std::string answers = LookApart(count, [&](size_t i) {
      const Damage damage = damage_of(i);
      for (const auto& [name, bytes] : damage) Write(name, bytes);
      const char answer = Look();
      for (const auto& [name, bytes] : damage) Write(name, files_.at(name));
      return answer;
    });
    for (size_t i = answers.find('s'); i != std::string::npos; i = answers.find('s', i + 1)) {
      ADD_FAILURE() << "silent about damage " << i << ", to " << damage_of(i).begin()->first;
    }
    const auto number = [&](char answer) { return std::count(answers.begin(), answers.end(), answer); };
    const auto found = number('f') + number('!'), same = number('=');
    EXPECT_GT(found, 3 * same);
    Report(std::to_string(count) + " damages: " + std::to_string(found) + " found (" +
           std::to_string(number('!')) + " by an assertion), " + std::to_string(same) + " changed nothing");
  }

  const support::ScratchFolder folder_;
  std::map<std::string, std::string> files_;
  Sight whole_;
};

class FlippedBits : public DamageCampaign, public testing::WithParamInterface<uint64_t> {};

// One bit of each byte, another one from byte to byte; with MURAGAT_ALL_BITS all eight.
TEST_P(FlippedBits, AreFoundOrChangeNothing) {
  struct Flip {
    const std::string* name;
    size_t at;
    int bit;
  };
  const bool all = CountFrom("MURAGAT_ALL_BITS", 0) != 0;
  std::vector<Flip> flips;
  uint64_t number = 0;
  for (const auto& [name, bytes] : files_) {
    for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
      if (!all && bit % 8 != bit / 8 * 5 % 8) continue;
      if (number++ % kShards == GetParam()) flips.push_back({&name, bit / 8, static_cast<int>(bit % 8)});
    }
  }
  Try(flips.size(), [&](size_t i) {
    std::string bytes = files_.at(*flips[i].name);
    bytes[flips[i].at] = static_cast<char>(bytes[flips[i].at] ^ (1 << flips[i].bit));
    return Damage{{*flips[i].name, bytes}};
  });
}

INSTANTIATE_TEST_SUITE_P(Campaign, FlippedBits, testing::Range(uint64_t{0}, kShards));

// Planted: another archive with nothing wrong in it, which a look that only verifies would take for this one.
TEST_F(DamageCampaign, NoticesAnotherContentThatVerifies) {
  fs::remove_all(Place());
  MakeSmallArchive(Place(), "Another text.\n");
  EXPECT_EQ(Complain(LookAt(Place())), "");
  EXPECT_EQ(Look(), 's');
}

using DamagedFiles = DamageCampaign;

TEST_F(DamagedFiles, AreFoundOrChangeNothing) {
  std::vector<Damage> damages;
  for (const auto& [name, bytes] : files_) {
    if (bytes.empty()) continue;
    for (const size_t size : {size_t{0}, bytes.size() / 3, bytes.size() / 2, bytes.size() - 1})
      damages.push_back({{name, bytes.substr(0, size)}});
    damages.push_back({{name, std::string(bytes.size(), '\0')}});
    damages.push_back({{name, bytes + bytes}});
    damages.push_back({{name, std::nullopt}});
  }
  Try(damages.size(), [&](size_t i) { return damages[i]; });
}

TEST_F(DamagedFiles, TakenForOneAnotherAreFound) {
  std::vector<Damage> damages;
  for (const auto& [one, bytes] : files_) {
    for (const auto& [other, others] : files_) {
      if (one < other && bytes != others) damages.push_back({{one, others}, {other, bytes}});
    }
  }
  Try(damages.size(), [&](size_t i) { return damages[i]; });
}

// Of the archive before its last commit: one file alone.
TEST_F(DamagedFiles, PutBackToAnOlderCopyAreFound) {
  const auto older = files_;
  MakeNewCommit(Place());
  whole_ = LookAt(Place());
  std::vector<Damage> damages;
  for (auto& [name, bytes] : files_) {
    bytes = support::ReadFile(Place() + "/" + name);
    if (bytes != older.at(name)) damages.push_back({{name, older.at(name)}});
  }
  ASSERT_GE(damages.size(), 2u);
  const std::string answers = LookApart(damages.size(), [&](size_t i) {
    for (const auto& [name, bytes] : damages[i]) Write(name, bytes);
    const char answer = Look();
    for (const auto& [name, bytes] : damages[i]) Write(name, files_.at(name));
    return answer;
  });
  EXPECT_EQ(answers.find('s'), std::string::npos) << answers;
}

// All of an older copy is an archive like any; the newer checkpoint tells.
TEST_F(DamagedFiles, AreFoundToBeOlderByTheCheckpoint) {
  const fs::path older = folder_.Path("older");
  fs::copy(Place(), older, fs::copy_options::recursive);
  MakeNewCommit(Place());
  const std::string checkpoint = support::ReadFile(Place() + "/checkpoint");
  fs::remove_all(Place());
  fs::copy(older, Place(), fs::copy_options::recursive);
  EXPECT_EQ(LookAt(Place()).codes, std::vector<std::string>{});
  Write("checkpoint", checkpoint);
  EXPECT_EQ(LookAt(Place()).codes, std::vector<std::string>{"V016"});
}

}  // namespace
}  // namespace muragat::integrity
