#include "tools/folder_writer.h"

#include <cerrno>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace muragat::tools {
namespace {

namespace fs = std::filesystem;

Status Failed(const std::string& what, const fs::path& path, const std::error_code& error) {
  return Status::Io(what + " " + path.string() + (error ? ": " + error.message() : ""));
}

bool StaysBelow(const fs::path& relative) {
  if (relative.empty() || relative.is_absolute()) return false;
  for (const fs::path& part : relative) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return true;
}

}  // namespace

Result<FolderWriter> FolderWriter::Begin(const std::string& target, bool force) {
  std::error_code error;
  fs::path path = fs::weakly_canonical(fs::absolute(target, error), error);
  if (!path.has_filename()) path = path.parent_path();
  if (error) return Failed("cannot find", target, error);
  if (fs::exists(path, error)) {
    if (!fs::is_directory(path, error))
      return Status::Conflict(target + " is no directory: name another with -o");
    if (!force && !fs::is_empty(path, error)) {
      return Status::Conflict(
          target + " is not empty: name another directory with -o, or replace its files with --force");
    }
  }
  const fs::path draft = path.string() + ".part-" + std::to_string(::getpid());
  fs::create_directories(path.parent_path(), error);
  const bool made = !error && fs::create_directory(draft, error);
  if (error) return Failed("cannot make the directory", draft, error);
  if (!made) return Status::Conflict(draft.string() + " is in the way: remove it first");
  return FolderWriter(path, draft);
}

FolderWriter::FolderWriter(FolderWriter&& other) noexcept
    : target_(std::move(other.target_)), draft_(std::move(other.draft_)) {
  other.draft_.clear();
}

FolderWriter::~FolderWriter() {
  std::error_code ignored;
  if (!draft_.empty()) fs::remove_all(draft_, ignored);
}

Status FolderWriter::Write(const std::string& relative, std::string_view bytes) {
  if (!StaysBelow(relative))
    return Status::InvalidArgument("\"" + relative + "\" is no name for a file of an export");
  const fs::path path = draft_ / relative;
  MURAGAT_RETURN_IF_ERROR(MakeFolder(path.parent_path()));
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return Failed("cannot write", path, {errno, std::generic_category()});
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  const bool closed = ::close(file) == 0;
  if (!closed || !bytes.empty()) return Status::Io("cannot write " + path.string() + ": is the disk full?");
  return Status::Ok();
}

Status FolderWriter::MakeFolder(const fs::path& folder) {
  const std::lock_guard lock(mutex_);
  if (folders_.contains(folder.native())) return Status::Ok();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return Failed("cannot make the directory", folder, error);
  folders_.insert(folder.native());
  return Status::Ok();
}

Status FolderWriter::Finish() {
  std::error_code error;
  if (fs::is_directory(target_, error) && fs::is_empty(target_, error)) fs::remove(target_, error);
  if (!fs::exists(fs::symlink_status(target_, error))) {
    fs::rename(draft_, target_, error);
    if (error) return Failed("cannot put the export in its place at", target_, error);
    draft_.clear();
    return Status::Ok();
  }
  // Nothing is moved before all can be.
  std::vector<std::pair<fs::path, fs::path>> files;
  for (const auto& entry : fs::recursive_directory_iterator(draft_, error)) {
    const fs::path place = target_ / fs::relative(entry.path(), draft_, error);
    const fs::file_status there = fs::symlink_status(place, error);
    if (fs::is_symlink(there)) {
      return Status::Conflict(place.string() + " is a symbolic link: remove it first");
    }
    if (fs::exists(there) && fs::is_directory(there) != entry.is_directory(error)) {
      return Status::Conflict(place.string() + " is in the way: remove it first");
    }
    if (!entry.is_directory(error)) files.emplace_back(entry.path(), place);
  }
  for (const auto& [draft, place] : files) {
    fs::create_directories(place.parent_path(), error);
    if (!error) fs::rename(draft, place, error);
    if (error) return Failed("cannot put in its place", place, error);
  }
  return Status::Ok();
}

}  // namespace muragat::tools
