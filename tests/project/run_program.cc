#include "tests/project/run_program.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <sys/wait.h>

namespace muragat::project {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

WorkFolder::WorkFolder() {
  std::string pattern = (fs::temp_directory_path() / "muragat-project-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) return;
  path_ = pattern;
  fs::create_directory_symlink(fs::path(MURAGAT_SOURCE_DIR) / "examples", fs::path(path_) / "examples");
}

WorkFolder::~WorkFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

Outcome WorkFolder::Run(const std::string& script) const {
  if (path_.empty()) return {-1, "", "no temporary folder could be made"};
  const fs::path folder = path_;
  {
    std::ofstream out(folder / ".script", std::ios::binary);
    out << "unset MURAGAT_ARCHIVE MURAGAT_KEY\nexport XDG_DATA_HOME=\"$PWD/.data\"\nPATH='"
        << fs::path(MURAGAT_PROGRAM).parent_path().string() << "':\"$PATH\"\n"
        << script << "\n";
  }
  const std::string command = "cd '" + path_ + "' && sh -eu .script >.output 2>.errors </dev/null";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, ReadAll(folder / ".output"),
          ReadAll(folder / ".errors")};
}

}  // namespace muragat::project
