#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "muragat/base/status.h"

namespace muragat::tools {

// Writes one file. It grows in a new folder beside its place and is put there at the end, so that a run that
// fails or is stopped leaves nothing half done, and no symbolic link is followed. Thread-safety: one thread.
class FileWriter {
 public:
  // The target must be missing, or `force`: then it is replaced. Errors: kConflict: something is there; kIo.
  static Result<FileWriter> Begin(const std::string& target, bool force);
  FileWriter(FileWriter&& other) noexcept;
  FileWriter& operator=(FileWriter&&) = delete;
  ~FileWriter();

  std::ostream& stream() { return stream_; }

  // Puts the file in its place. Errors: kIo: also of what was written to the stream.
  Status Finish();

 private:
  FileWriter(std::string target, std::filesystem::path draft);

  std::string target_;
  std::filesystem::path draft_;  // a folder; empty once moved from
  std::ofstream stream_;
};

}  // namespace muragat::tools
