#include "tests/support/golden_file.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

namespace muragat::support {

void ExpectGolden(const std::string& name, const std::string& made) {
  const std::string file = std::string(MURAGAT_SOURCE_DIR "/tests/golden/") + name + ".txt";
  std::ostringstream held;
  held << std::ifstream(file, std::ios::binary).rdbuf();
  const std::string golden = held.str();
  const std::string remark = golden.substr(0, golden.find('\n') + 1);
  if (std::getenv("MURAGAT_WRITE_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << (remark.empty() ? "Remark: \n" : remark) << "\n" << made;
    return;
  }
  constexpr size_t kShortestRemark = 20;
  EXPECT_TRUE(remark.starts_with("Remark: ") && remark.size() > kShortestRemark) << file;
  EXPECT_EQ(golden, remark + "\n" + made) << name;
}

}  // namespace muragat::support
