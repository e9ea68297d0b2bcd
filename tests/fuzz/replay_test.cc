// Every reader is given its seeds, and what becomes of them when they are cut and when bytes are changed.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "tests/fuzz/targets.h"

namespace muragat::fuzz {
namespace {

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path SeedsOf(const Target& target) {
  return std::filesystem::path(MURAGAT_SOURCE_DIR) / "tests/fuzz/seeds" / target.name;
}

class Replay : public testing::TestWithParam<Target> {};

TEST_P(Replay, ItsSeedsAreRead) {
  size_t seeds = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SeedsOf(GetParam()))) {
    GetParam().run(ReadFile(entry.path()));
    ++seeds;
  }
  EXPECT_GT(seeds, 0u);
}

TEST_P(Replay, CutAndChangedSeedsAreReadOrRefused) {
  for (const auto& entry : std::filesystem::directory_iterator(SeedsOf(GetParam()))) {
    const std::string seed = ReadFile(entry.path());
    const size_t step = 1 + seed.size() / 64;
    for (size_t at = 0; at < seed.size(); at += step) {
      GetParam().run(seed.substr(0, at));
      std::string changed = seed;
      changed[at] = static_cast<char>(changed[at] ^ 0x41);
      GetParam().run(changed);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Readers, Replay, testing::ValuesIn(Targets().begin(), Targets().end()),
                         [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace muragat::fuzz
