#include "tests/support/scratch_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

namespace muragat::support {

namespace fs = std::filesystem;

namespace {

// Where every sync of a file costs nothing.
constexpr const char* kMemory = "/dev/shm";

bool HasMemory() { return ::access(kMemory, W_OK) == 0; }

}  // namespace

void WorkInMemory() {
  if (HasMemory()) ::setenv("TMPDIR", kMemory, 1);
}

ScratchFolder::ScratchFolder(Where where) {
  const bool in_memory = where == Where::kMemory && HasMemory();
  const fs::path parent = in_memory ? fs::path(kMemory) : fs::temp_directory_path();
  std::string path = (parent / "muragat-test-XXXXXX").string();
  if (::mkdtemp(path.data()) != nullptr) path_ = path;
}

ScratchFolder::~ScratchFolder() {
  std::error_code error;
  if (!path_.empty()) fs::remove_all(path_, error);
}

std::string ScratchFolder::Path(const std::string& name) const {
  return name.empty() ? path_ : path_ + "/" + name;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::map<std::string, std::string> ReadTree(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).string();
    if (entry.is_directory()) {
      files[name + "/"];
    } else {
      files[name] = ReadFile(entry.path().string());
    }
  }
  return files;
}

void WriteFile(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace muragat::support
