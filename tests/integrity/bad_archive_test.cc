#include "tests/integrity/bad_archive.h"

#include <cstdlib>
#include <filesystem>
#include <ostream>
#include <regex>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"
#include "tests/tools/child.h"

namespace muragat::integrity {
// GoogleTest's, for the names of the tests.
void PrintTo(const BadArchive& bad, std::ostream* out) { *out << bad.code; }

namespace {

namespace fs = std::filesystem;
using tools::Words;

// The codes that the files below a folder of the checkout name as `pattern`, with the code as its group,
// does.
std::set<std::string> CodesIn(const std::string& place, const std::string& ending,
                              const std::regex& pattern) {
  std::set<std::string> codes;
  for (const auto& [name, bytes] : support::ReadTree(std::string(MURAGAT_SOURCE_DIR) + "/" + place)) {
    if (!name.ends_with(ending)) continue;
    for (std::sregex_iterator match(bytes.begin(), bytes.end(), pattern), end; match != end; ++match)
      codes.insert((*match)[1]);
  }
  return codes;
}

TEST(BadArchives, AreThereForEveryCode) {
  std::set<std::string> fixtures;
  for (const BadArchive& bad : BadArchives()) fixtures.insert(bad.code);
  std::set<std::string> found;
  for (const char* folder : {"src", "tools"})
    found.merge(CodesIn(folder, ".cc", std::regex("\"(V[0-9]{3})\"")));
  EXPECT_EQ(fixtures, found) << "what the program says";
  EXPECT_EQ(fixtures, CodesIn("doc", "integrity.md", std::regex("\\| (V[0-9]{3}) \\|")))
      << "what is documented";
}

class BadArchiveOf : public testing::TestWithParam<BadArchive> {
 protected:
  static void SetUpTestSuite() { support::WorkInMemory(); }
};

TEST_P(BadArchiveOf, HasItsCodeAndNoOther) {
  const tools::Workbench bench;
  const BadArchive& bad = GetParam();
  bad.make(bench.Archive());
  Words words = {"verify", "-q"};  // what is said of an index that is not up to date is no finding
  const std::string kept = KeptCheckpoint(bench.Archive());
  if (fs::exists(kept)) words.insert(words.end(), {"--against", kept});
  const auto files = bench.Fingerprint();
  const tools::Outcome outcome = RunProgram(bench, words);
  EXPECT_EQ(outcome.code, 4);
  EXPECT_EQ(outcome.err, "");
  auto lines = tools::Lines(outcome.out);
  ASSERT_GE(lines.size(), 2u) << outcome.out;
  EXPECT_EQ(lines.back().substr(0, 8), "checked ");
  lines.pop_back();
  std::set<std::string> codes;
  for (const std::string& line : lines) codes.insert(line.substr(0, 4));
  EXPECT_EQ(codes, std::set<std::string>{bad.code}) << outcome.out;
  EXPECT_EQ(bench.Fingerprint(), files) << "verify wrote";
  if (const char* const place = std::getenv("MURAGAT_BAD_ARCHIVES"); place != nullptr) {
    const std::string copy = place + ("/" + bad.code);
    fs::copy(bench.Archive(), copy, fs::copy_options::recursive);
    if (fs::exists(kept)) fs::copy_file(kept, KeptCheckpoint(copy));
  }
}

INSTANTIATE_TEST_SUITE_P(Every, BadArchiveOf, testing::ValuesIn(BadArchives()),
                         [](const auto& bad) { return bad.param.code; });

}  // namespace
}  // namespace muragat::integrity
