#include "muragat/store/fail_stop_env.h"

#include <atomic>
#include <string>
#include <string_view>
#include <utility>

#include <rocksdb/file_system.h>
#include <rocksdb/system_clock.h>

#include "muragat/store/table_load.h"

namespace muragat {
namespace {

using rocksdb::FileOptions;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

IOStatus Plain(const IOStatus& status) {
  return status.IsNoSpace() ? IOStatus::IOError(status.ToString()) : status;
}

class FailStopWriter final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FailStopWriter(std::unique_ptr<rocksdb::FSWritableFile>&& file, std::atomic<bool>* failed)
      : FSWritableFileOwnerWrapper(std::move(file)), failed_(failed) {}
  IOStatus Append(const Slice& bytes, const IOOptions& options, IODebugContext* debug) override {
    return Note(target()->Append(bytes, options, debug));
  }
  IOStatus Append(const Slice& bytes, const IOOptions& options, const rocksdb::DataVerificationInfo& info,
                  IODebugContext* debug) override {
    return Note(target()->Append(bytes, options, info, debug));
  }
  IOStatus PositionedAppend(const Slice& bytes, uint64_t offset, const IOOptions& options,
                            IODebugContext* debug) override {
    return Note(target()->PositionedAppend(bytes, offset, options, debug));
  }
  IOStatus PositionedAppend(const Slice& bytes, uint64_t offset, const IOOptions& options,
                            const rocksdb::DataVerificationInfo& info, IODebugContext* debug) override {
    return Note(target()->PositionedAppend(bytes, offset, options, info, debug));
  }
  IOStatus Truncate(uint64_t size, const IOOptions& options, IODebugContext* debug) override {
    return Note(target()->Truncate(size, options, debug));
  }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    return Note(target()->Close(options, debug));
  }
  IOStatus Flush(const IOOptions& options, IODebugContext* debug) override {
    return Note(target()->Flush(options, debug));
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    return Note(target()->Sync(options, debug));
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return Note(target()->Fsync(options, debug));
  }
  IOStatus RangeSync(uint64_t offset, uint64_t size, const IOOptions& options,
                     IODebugContext* debug) override {
    return Note(target()->RangeSync(offset, size, options, debug));
  }
  IOStatus Allocate(uint64_t offset, uint64_t size, const IOOptions& options,
                    IODebugContext* debug) override {
    return Note(target()->Allocate(offset, size, options, debug));
  }

 private:
  IOStatus Note(const IOStatus& status) {
    if (!status.ok() && failed_ != nullptr) *failed_ = true;
    return Plain(status);
  }

  std::atomic<bool>* failed_;  // null where nobody asks
};

class FailStopFolder final : public rocksdb::FSDirectoryWrapper {
 public:
  using FSDirectoryWrapper::FSDirectoryWrapper;
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
    return Plain(FSDirectoryWrapper::Fsync(options, debug));
  }
  IOStatus FsyncWithDirOptions(const IOOptions& options, IODebugContext* debug,
                               const rocksdb::DirFsyncOptions& how) override {
    return Plain(FSDirectoryWrapper::FsyncWithDirOptions(options, debug, how));
  }
};

// Tries a read that failed once more, for some of RocksDB's assertions do not hold after one; then remembers
// that it failed.
class LoadReader final : public rocksdb::FSRandomAccessFileOwnerWrapper {
 public:
  LoadReader(std::unique_ptr<rocksdb::FSRandomAccessFile>&& file, std::atomic<bool>& failed)
      : FSRandomAccessFileOwnerWrapper(std::move(file)), failed_(failed) {}
  IOStatus Read(uint64_t offset, size_t size, const IOOptions& options, Slice* result, char* scratch,
                IODebugContext* debug) const override {
    const IOStatus first = target()->Read(offset, size, options, result, scratch, debug);
    return first.ok() ? first : Note(target()->Read(offset, size, options, result, scratch, debug));
  }
  IOStatus MultiRead(rocksdb::FSReadRequest* requests, size_t count, const IOOptions& options,
                     IODebugContext* debug) override {
    IOStatus status = Note(target()->MultiRead(requests, count, options, debug));
    for (size_t i = 0; i < count; ++i) Note(requests[i].status).PermitUncheckedError();
    return status;
  }

 private:
  IOStatus Note(IOStatus status) const {
    if (!status.ok()) failed_ = true;
    return status;
  }

  std::atomic<bool>& failed_;
};

std::string_view NameOf(const std::string& path) {
  return std::string_view(path).substr(path.rfind('/') + 1);
}

bool IsLoad(const std::string& path) { return NameOf(path).starts_with(kLoadPrefix); }

class FailStopFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  using FileSystemWrapper::FileSystemWrapper;
  const char* Name() const override { return "FailStopFileSystem"; }

  IOStatus NewRandomAccessFile(const std::string& path, const FileOptions& options,
                               std::unique_ptr<rocksdb::FSRandomAccessFile>* file,
                               IODebugContext* debug) override {
    IOStatus status = target()->NewRandomAccessFile(path, options, file, debug);
    if (!IsLoad(path)) return status;
    if (!status.ok()) load_failed_ = true;
    if (status.ok()) *file = std::make_unique<LoadReader>(std::move(*file), load_failed_);
    return status;
  }
  IOStatus NewWritableFile(const std::string& path, const FileOptions& options,
                           std::unique_ptr<rocksdb::FSWritableFile>* file, IODebugContext* debug) override {
    return Wrap(path, target()->NewWritableFile(path, options, file, debug), file);
  }
  IOStatus ReopenWritableFile(const std::string& path, const FileOptions& options,
                              std::unique_ptr<rocksdb::FSWritableFile>* file,
                              IODebugContext* debug) override {
    return Wrap(path, target()->ReopenWritableFile(path, options, file, debug), file);
  }
  IOStatus ReuseWritableFile(const std::string& path, const std::string& old_path, const FileOptions& options,
                             std::unique_ptr<rocksdb::FSWritableFile>* file, IODebugContext* debug) override {
    return Wrap(path, target()->ReuseWritableFile(path, old_path, options, file, debug), file);
  }
  IOStatus NewDirectory(const std::string& path, const IOOptions& options,
                        std::unique_ptr<rocksdb::FSDirectory>* folder, IODebugContext* debug) override {
    IOStatus status = Plain(target()->NewDirectory(path, options, folder, debug));
    if (status.ok()) *folder = std::make_unique<FailStopFolder>(std::move(*folder));
    return status;
  }
  IOStatus CreateDir(const std::string& path, const IOOptions& options, IODebugContext* debug) override {
    return Plain(target()->CreateDir(path, options, debug));
  }
  IOStatus CreateDirIfMissing(const std::string& path, const IOOptions& options,
                              IODebugContext* debug) override {
    return Plain(target()->CreateDirIfMissing(path, options, debug));
  }
  IOStatus RenameFile(const std::string& from, const std::string& to, const IOOptions& options,
                      IODebugContext* debug) override {
    if (NameOf(to) == "CURRENT") {
      if (IOStatus status = SyncFolderOf(to, options, debug); !status.ok()) return Plain(status);
    }
    return Plain(target()->RenameFile(from, to, options, debug));
  }
  IOStatus DeleteFile(const std::string& path, const IOOptions& options, IODebugContext* debug) override {
    if (manifest_failed_ && path.ends_with(".sst"))
      return IOStatus::IOError("kept, for the manifest may name it", path);
    return target()->DeleteFile(path, options, debug);
  }
  IOStatus LinkFile(const std::string& from, const std::string& to, const IOOptions& options,
                    IODebugContext* debug) override {
    if (IsLoad(from) && load_failed_.exchange(false))
      return IOStatus::IOError("a table that was just written cannot be read", from);
    return Plain(target()->LinkFile(from, to, options, debug));
  }
  IOStatus Truncate(const std::string& path, size_t size, const IOOptions& options,
                    IODebugContext* debug) override {
    return Plain(target()->Truncate(path, size, options, debug));
  }

 private:
  IOStatus SyncFolderOf(const std::string& path, const IOOptions& options, IODebugContext* debug) {
    std::unique_ptr<rocksdb::FSDirectory> folder;
    IOStatus status = target()->NewDirectory(path.substr(0, path.rfind('/')), options, &folder, debug);
    return status.ok() ? folder->Fsync(options, debug) : status;
  }
  IOStatus Wrap(const std::string& path, IOStatus status, std::unique_ptr<rocksdb::FSWritableFile>* file) {
    if (!status.ok()) return Plain(status);
    auto* const failed = NameOf(path).starts_with("MANIFEST-") ? &manifest_failed_ : nullptr;
    *file = std::make_unique<FailStopWriter>(std::move(*file), failed);
    return status;
  }

  std::atomic<bool> load_failed_{false};
  std::atomic<bool> manifest_failed_{false};
};

class FailStopEnv final : public rocksdb::EnvWrapper {
 public:
  explicit FailStopEnv(rocksdb::Env& base) : EnvWrapper(&base) {
    file_system_ = std::make_shared<FailStopFileSystem>(base.GetFileSystem());
    system_clock_ = base.GetSystemClock();
  }
  const char* Name() const override { return "FailStopEnv"; }
};

}  // namespace

std::unique_ptr<rocksdb::Env> NewFailStopEnv(rocksdb::Env& base) {
  return std::make_unique<FailStopEnv>(base);
}

}  // namespace muragat
