#include "muragat/store/durable_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include <fcntl.h>
#include <rocksdb/env.h>
#include <sys/stat.h>
#include <unistd.h>

#include "muragat/store/rocks_convert.h"

namespace muragat {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnerOnly = 0600;

std::string FolderOf(const std::string& path) { return fs::absolute(path).parent_path().string(); }

rocksdb::Status SyncFolderOf(const std::string& path, rocksdb::Env& env) {
  std::unique_ptr<rocksdb::Directory> folder;
  const rocksdb::Status opened = env.NewDirectory(FolderOf(path), &folder);
  return opened.ok() ? folder->Fsync() : opened;
}

// `is_there`: an empty file, `path` with ".new" at its end, which is filled instead of made anew.
Status WriteAndRename(const std::string& path, std::string_view text, bool is_there, rocksdb::Env& env) {
  const std::string temporary = path + ".new";
  rocksdb::EnvOptions options;
  options.use_mmap_writes = false;
  std::unique_ptr<rocksdb::WritableFile> file;
  rocksdb::Status status = is_there ? env.ReopenWritableFile(temporary, &file, options)
                                    : env.NewWritableFile(temporary, &file, options);
  if (status.ok()) status = file->Append(ToSlice(text));
  if (status.ok()) status = file->Sync();
  if (status.ok()) status = file->Close();
  if (status.ok()) status = env.RenameFile(temporary, path);
  if (status.ok()) status = SyncFolderOf(path, env);
  return ToStatus(status).WithContext("cannot write " + path);
}

}  // namespace

Status WriteDurably(const std::string& path, std::string_view text, rocksdb::Env* env) {
  return WriteAndRename(path, text, false, env != nullptr ? *env : *rocksdb::Env::Default());
}

Status WriteSecretDurably(const std::string& path, std::string_view text) {
  // The file is made before there is anything in it to be read.
  const std::string temporary = path + ".new";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kOwnerOnly);
  const bool is_secret = file >= 0 && ::fchmod(file, kOwnerOnly) == 0;
  const int failure = errno;
  if (file >= 0) ::close(file);
  if (!is_secret) return Status::Io("cannot write " + path + ": " + std::strerror(failure));
  return WriteAndRename(path, text, true, *rocksdb::Env::Default());
}

Status RenameDurably(const std::string& from, const std::string& to) {
  rocksdb::Env& env = *rocksdb::Env::Default();
  rocksdb::Status status = env.RenameFile(from, to);
  if (status.ok()) status = SyncFolderOf(to, env);
  return ToStatus(status).WithContext("cannot rename " + from + " to " + to);
}

Result<std::optional<std::string>> ReadSmallFile(const std::string& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory)
      return Status::Io("cannot read " + path + ": " + error.message());
    return std::optional<std::string>();
  }
  std::ifstream file(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) return Status::Io("cannot read " + path);
  return std::optional<std::string>(std::move(text));
}

}  // namespace muragat
