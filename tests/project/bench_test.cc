// The benchmarks' own checks. The benchmarks themselves are run by hand (doc/benchmarks.md).
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/project/run_program.h"
#include "tests/project/source_tree.h"

namespace muragat::project {
namespace {

std::string InSources(const std::string& path) {
  return "'" + std::string(MURAGAT_SOURCE_DIR) + "/" + path + "'";
}

bool HasPython(const WorkFolder& folder) { return folder.Run("command -v python3").exit_status == 0; }

TEST(Benchmarks, GeneratorsAndTablesPassTheirOwnTests) {
  const WorkFolder folder;
  if (!HasPython(folder)) GTEST_SKIP() << "skipped: no python3";
  const Outcome outcome =
      folder.Run("cd " + InSources("bench") + "\npython3 -B -m unittest discover -s tests -t .");
  EXPECT_EQ(outcome.exit_status, 0) << outcome.errors;
  // unittest says how many tests it found; of none it would say OK, too.
  EXPECT_EQ(outcome.errors.find("Ran 0 tests"), std::string::npos) << outcome.errors;
  EXPECT_NE(outcome.errors.find("\nOK"), std::string::npos) << outcome.errors;
}

TEST(Benchmarks, EveryScriptHasHelpWithAnExample) {
  const WorkFolder folder;
  if (!HasPython(folder)) GTEST_SKIP() << "skipped: no python3";
  std::vector<SourceFile> scripts = ReadSources({"bench"}, {".sh"});
  std::erase_if(scripts, [](const SourceFile& file) { return file.path == "bench/prepare.sh"; });
  ASSERT_GE(scripts.size(), 5u);
  for (const SourceFile& script : scripts) {
    const Outcome help = folder.Run("bash " + InSources(script.path) + " --help");
    EXPECT_EQ(help.exit_status, 0) << script.path << "\n" << help.errors;
    EXPECT_NE(help.output.find("Example"), std::string::npos) << script.path << "\n" << help.output;
  }
}

}  // namespace
}  // namespace muragat::project
