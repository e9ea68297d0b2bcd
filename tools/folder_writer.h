#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

#include "muragat/base/status.h"

namespace muragat::tools {

// Writes files below one folder and nowhere else. Everything goes into a folder beside it first and takes its
// place at the end, so that a run that fails or is stopped leaves nothing half done. Thread-safety: Write may
// run from several threads, with different names.
class FolderWriter {
 public:
  // The target must be missing or empty, or `force`: then files of the same names are replaced.
  // Errors: kConflict: something is there; kIo.
  static Result<FolderWriter> Begin(const std::string& target, bool force);
  FolderWriter(FolderWriter&& other) noexcept;
  FolderWriter& operator=(FolderWriter&&) = delete;
  ~FolderWriter();

  // `relative` has no empty, "." or ".." parts, and was not written yet. Errors: kInvalidArgument: it has;
  // kIo.
  Status Write(const std::string& relative, std::string_view bytes);

  // Puts everything in its place. Errors: kIo; kConflict: a symbolic link, or a directory for a file, is in
  // the way: then nothing is moved.
  Status Finish();

 private:
  FolderWriter(std::filesystem::path target, std::filesystem::path draft)
      : target_(std::move(target)), draft_(std::move(draft)) {}

  Status MakeFolder(const std::filesystem::path& folder);

  std::filesystem::path target_;
  std::filesystem::path draft_;              // empty once finished
  std::mutex mutex_;                         // of what follows
  std::unordered_set<std::string> folders_;  // that were made
};

}  // namespace muragat::tools
