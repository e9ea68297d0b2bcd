#pragma once

#include <map>
#include <string>

namespace muragat::support {

// A folder of its own for a test, gone with the object.
class ScratchFolder {
 public:
  enum class Where { kDisk, kMemory };  // in memory where the machine has room for that, else on disk
  explicit ScratchFolder(Where where = Where::kDisk);
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  // The path of `name` inside it; of itself without a name.
  std::string Path(const std::string& name = "") const;

 private:
  std::string path_;
};

// From now on, what makes a folder of its own in this process or a child makes it in memory, where the
// machine has room for that: for tests that lose nothing by a file that was not synced.
void WorkInMemory();

// The bytes of a file, and of all files under a folder by their paths within it (folders end in a slash).
std::string ReadFile(const std::string& path);
std::map<std::string, std::string> ReadTree(const std::string& folder);
void WriteFile(const std::string& path, const std::string& bytes);

}  // namespace muragat::support
