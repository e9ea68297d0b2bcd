#include "tools/file_writer.h"

#include <system_error>

#include <unistd.h>

#include "muragat/text/utf8.h"

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDraftName = "draft";

Status CannotWrite(const std::string& target, const std::string& why) {
  return Status::Io("cannot write " + VisibleText(target) + ": " + why);
}

}  // namespace

FileWriter::FileWriter(std::string target, fs::path draft)
    : target_(std::move(target)),
      draft_(std::move(draft)),
      stream_(draft_ / kDraftName, std::ios::binary | std::ios::trunc) {}

FileWriter::FileWriter(FileWriter&& other) noexcept
    : target_(std::move(other.target_)), draft_(std::move(other.draft_)), stream_(std::move(other.stream_)) {
  other.draft_.clear();
}

FileWriter::~FileWriter() {
  std::error_code ignored;
  if (!draft_.empty()) fs::remove_all(draft_, ignored);
}

Result<FileWriter> FileWriter::Begin(const std::string& target, bool force) {
  std::error_code error;
  const fs::file_status there = fs::symlink_status(target, error);
  if (fs::is_directory(there)) {
    return Status::Conflict(VisibleText(target) + " is a directory: name a file with -o");
  }
  if (fs::exists(there) && !force) {
    return Status::Conflict(VisibleText(target) +
                            " is there already: name another file with -o, or replace it with --force");
  }
  const fs::path draft = target + ".part-" + std::to_string(::getpid());
  const bool made = fs::create_directory(draft, error);
  if (error) return CannotWrite(target, error.message());
  if (!made) return Status::Conflict(VisibleText(draft.string()) + " is in the way: remove it first");
  return FileWriter(target, draft);
}

Status FileWriter::Finish() {
  stream_.close();
  if (!stream_) return CannotWrite(target_, "is the disk full?");
  std::error_code error;
  fs::rename(draft_ / kDraftName, target_, error);
  return error ? CannotWrite(target_, error.message()) : Status::Ok();
}

}  // namespace muragat::tools
